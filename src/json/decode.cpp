// SPDX-License-Identifier: Apache-2.0
#include "json/decode.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/json_text.hpp>

#include "json/document.hpp"
#include "models/member_lists.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

template <class Model>
void read_object(Document& document, ondemand::object object, Model& model, const Location& where);

template <class Value>
void read(Document& document, ondemand::value& value, Value& out, const Location& where) {
  if constexpr (is_model<Value>) {
    read_object(document, document.object(value, where), out, where);
  } else {
    // Text, a secret, an identifier, a word of an enumeration: whatever is made of text.
    out = Value(document.text(value, where));
  }
}

void read(Document& document, ondemand::value& value, std::int64_t& out, const Location& where) {
  out = document.number(value, where);
}

void read(Document& document, ondemand::value& value, Timestamp& out, const Location& where) {
  constexpr std::string_view expected = "a date such as 2026-11-24T10:00:00Z";
  const auto date = Timestamp::parse(document.text(value, where, expected));
  if (!date) fail(where, expected, "other text");
  out = *date;
}

/// How many elements to make room for before the first, so that few are moved: lists of tokens are
/// nearly all of their document, other lists are short.
template <class Element>
std::size_t usual_count(const Document& document) {
  constexpr std::size_t bytes_of_token = 640;
  if constexpr (std::is_same_v<Element, TokenResponse>) return document.size() / bytes_of_token;
  return 2;
}

template <class Element>
void read(Document& document, ondemand::value& value, std::vector<Element>& out,
          const Location& where) {
  for (auto result : document.array(value, where)) {
    if (out.empty()) out.reserve(usual_count<Element>(document));
    const Location here(where, out.size());
    ondemand::value element;
    check(std::move(result).get(element), here);
    read(document, element, out.emplace_back(), here);
  }
}

/// Finds the first required member that wasn't there.
class MissingMember {
 public:
  explicit MissingMember(std::uint32_t seen) : seen_(seen) {}

  template <class Member>
  void required(std::string_view name, Member) {
    if ((seen_ & bit_) == 0 && name_.empty()) name_ = name;
    bit_ <<= 1;
  }
  template <class Member>
  void number_or_text(std::string_view name, Member member) {
    required(name, member);
  }
  template <class Member>
  void optional(std::string_view, Member) {
    bit_ <<= 1;
  }
  template <class Member>
  void defaulted(std::string_view, Member) {
    bit_ <<= 1;
  }
  template <class Member>
  void tristate(std::string_view, Member) {
    bit_ <<= 1;
  }

  [[nodiscard]] std::string_view name() const noexcept { return name_; }

 private:
  std::uint32_t seen_;
  std::uint32_t bit_ = 1;
  std::string_view name_;
};

/// Reads an object into a model. It goes round the model's member list and takes each member of the
/// object when its turn comes: once round for an object in the order of the list, again and again
/// for one in another order.
template <class Model>
class ObjectReader {
 public:
  ObjectReader(Document& document, ondemand::object& object, Model& model, const Location& where)
      : document_(document), model_(model), where_(where) {
    check(object.begin().get(position_), where_);
    check(object.end().get(end_), where_);
    come_to_member();
  }

  void read_members() {
    do {
      required_ = 0;
      bit_ = 1;
      progress_ = false;
      members(*this, Of<Model>{});
      if (open_ && !progress_) pass_unknown();
    } while (open_);
    if ((seen_ & required_) != required_) fail_missing();
  }

  template <class T, class Owner>
  void required(std::string_view name, T Owner::*member) {
    required_ |= bit_;
    take(name, member,
         [this](T& out, const Location& here) { read(document_, field_.value(), out, here); });
  }

  template <class T, class Owner>
  void optional(std::string_view name, std::optional<T> Owner::*member) {
    take(name, member, [this](std::optional<T>& out, const Location& here) {
      if (document_.is_null(field_.value(), here)) {
        out.reset();
      } else {
        read(document_, field_.value(), out.emplace(), here);
      }
    });
  }

  template <class T, class Owner>
  void defaulted(std::string_view name, T Owner::*member) {
    take(name, member, [this](T& out, const Location& here) {
      if (!document_.is_null(field_.value(), here)) read(document_, field_.value(), out, here);
    });
  }

  template <class T, class Owner>
  void number_or_text(std::string_view name, T Owner::*member) {
    required_ |= bit_;
    take(name, member, [this](T& out, const Location& here) {
      out = document_.number_or_text(field_.value(), here);
    });
  }

  template <class T, class Owner>
  void tristate(std::string_view name, Field<T> Owner::*member) {
    take(name, member, [this](Field<T>& out, const Location& here) {
      if (document_.is_null(field_.value(), here)) {
        out = null;
      } else {
        T value;
        read(document_, field_.value(), value, here);
        out = std::move(value);
      }
    });
  }

 private:
  template <class T, class Owner, class Read>
  void take(std::string_view name, T Owner::*member, Read read_member) {
    if (open_ && name_ == name) {
      // Of two members of one name the last one counts, whole.
      if ((seen_ & bit_) != 0) model_.*member = T();
      seen_ |= bit_;
      progress_ = true;
      read_member(model_.*member, Location(where_, name));
      ++position_;
      come_to_member();
    }
    bit_ <<= 1;
  }

  void come_to_member() {
    open_ = position_ != end_;
    if (!open_) return;
    auto field = *position_;
    check(field.error(), where_);
    field_ = std::move(field).value_unsafe();
    name_ = raw_name(field_);
    raw_ = true;
  }

  void pass_unknown() {
    if (raw_ && name_.find('\\') != name_.npos) {
      name_ = document_.name(field_, where_);
      raw_ = false;
      return;
    }
    document_.skip(field_.value(), where_);
    ++position_;
    come_to_member();
  }

  [[noreturn]] void fail_missing() {
    MissingMember missing(seen_);
    members(missing, Of<Model>{});
    fail(Location(where_, missing.name()), "is missing");
  }

  Document& document_;
  Model& model_;
  const Location& where_;

  ondemand::object_iterator position_;
  ondemand::object_iterator end_;
  bool open_ = false;

  // The member that the reading has come to. Its name is compared as it is written first, and
  // without its escapes when that is in no list.
  ondemand::field field_;
  std::string_view name_;
  bool raw_ = true;

  // One bit a member of the list.
  std::uint32_t bit_ = 1;
  std::uint32_t seen_ = 0;
  std::uint32_t required_ = 0;
  bool progress_ = false;
};

template <class Model>
void read_object(Document& document, ondemand::object object, Model& model, const Location& where) {
  ObjectReader<Model>(document, object, model, where).read_members();
}

}  // namespace

template <class Model>
Model decode(std::string& text) {
  Document document(text);
  Model model;
  read_object(document, document.root(), model, Location());
  document.finish();
  return model;
}

template ApiResourceMetadata decode(std::string&);
template PaginationLinks decode(std::string&);
template Scope decode(std::string&);
template Credentials decode(std::string&);
template TokenProperties decode(std::string&);
template TokenResponse decode(std::string&);
template PostTokenOutput decode(std::string&);
template PutTokenOutput decode(std::string&);
template TokensResponse decode(std::string&);
template PostTokenProperties decode(std::string&);
template PostTokenInput decode(std::string&);
template PutTokenInput decode(std::string&);
template PatchTokenInput decode(std::string&);

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry

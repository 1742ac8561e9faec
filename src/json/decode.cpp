// SPDX-License-Identifier: Apache-2.0
#include "json/decode.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/json_text.hpp>

#include "json/document.hpp"
#include "json/member_cursor.hpp"
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
    // A secret, an identifier, a word of an enumeration: whatever is made of text.
    out = Value(document.text(value, where));
  }
}

void read(Document& document, ondemand::value& value, std::string& out, const Location& where) {
  out.assign(document.text(value, where));
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
  std::size_t count = 0;
  for (auto result : document.array(value, where)) {
    if (out.capacity() == 0) out.reserve(usual_count<Element>(document));
    const Location here(where, count);
    check(result.error(), here);
    ondemand::value&& element = std::move(result).value_unsafe();
    if (count == out.size()) out.emplace_back();
    read(document, element, out[count++], here);
  }
  out.resize(count);
}

/// Leaves nothing of what a model held before in the members that the object doesn't have.
template <class Model>
class AbsentMembers {
 public:
  AbsentMembers(Model& model, std::uint32_t seen, const Location& where)
      : model_(model), seen_(seen), where_(where) {}

  template <class T, class Owner>
  void required(std::string_view name, T Owner::*) {
    if (next_is_absent()) fail(Location(where_, name), "is missing");
  }
  template <class Member>
  void number_or_text(std::string_view name, Member member) {
    required(name, member);
  }
  template <class T, class Owner>
  void optional(std::string_view, T Owner::*member) {
    if (next_is_absent()) model_.*member = T();
  }
  template <class Member>
  void defaulted(std::string_view name, Member member) {
    optional(name, member);
  }
  template <class Member>
  void tristate(std::string_view name, Member member) {
    optional(name, member);
  }

 private:
  bool next_is_absent() noexcept {
    const bool absent = (seen_ & 1) == 0;
    seen_ >>= 1;
    return absent;
  }

  Model& model_;
  std::uint32_t seen_;
  const Location& where_;
};

/// Reads an object into a model. It goes round the model's member list and takes each member of the
/// object when its turn comes: once round for an object in the order of the list, again and again
/// for one in another order.
template <class Model>
class ObjectReader {
 public:
  ObjectReader(Document& document, ondemand::object& object, Model& model, const Location& where)
      : document_(document), model_(model), where_(where), member_(document, object, where) {}

  void read_members() {
    do {
      bit_ = 1;
      progress_ = false;
      members(*this, Of<Model>{});
      if (!member_.at_end() && !progress_) member_.pass_unknown();
    } while (!member_.at_end());
    const std::uint32_t all = bit_ - 1;
    if (seen_ == all) return;
    AbsentMembers<Model> absent(model_, seen_, where_);
    members(absent, Of<Model>{});
  }

  template <class T, class Owner>
  void required(std::string_view name, T Owner::*member) {
    take(name, member,
         [this](T& out, const Location& here) { read(document_, member_.value(), out, here); });
  }

  template <class T, class Owner>
  void optional(std::string_view name, std::optional<T> Owner::*member) {
    take(name, member, [this](std::optional<T>& out, const Location& here) {
      if (document_.is_null(member_.value(), here)) {
        out.reset();
      } else {
        if (!out) out.emplace();
        read(document_, member_.value(), *out, here);
      }
    });
  }

  template <class T, class Owner>
  void defaulted(std::string_view name, T Owner::*member) {
    take(name, member, [this](T& out, const Location& here) {
      if (document_.is_null(member_.value(), here)) {
        out = T();
      } else {
        read(document_, member_.value(), out, here);
      }
    });
  }

  template <class T, class Owner>
  void number_or_text(std::string_view name, T Owner::*member) {
    take(name, member, [this](T& out, const Location& here) {
      out = document_.number_or_text(member_.value(), here);
    });
  }

  template <class T, class Owner>
  void tristate(std::string_view name, Field<T> Owner::*member) {
    take(name, member, [this](Field<T>& out, const Location& here) {
      if (document_.is_null(member_.value(), here)) {
        out = null;
      } else {
        T value;
        read(document_, member_.value(), value, here);
        out = std::move(value);
      }
    });
  }

 private:
  /// Of two members of one name one reader takes the first and another the last: which is the
  /// token's password?
  template <class T, class Owner, class Read>
  void take(std::string_view name, T Owner::*member, Read read_member) {
    if (member_.is(name)) {
      const Location here(where_, name);
      if ((seen_ & bit_) != 0) fail(here, "stands there twice");
      seen_ |= bit_;
      progress_ = true;
      read_member(model_.*member, here);
      member_.next();
    }
    bit_ <<= 1;
  }

  Document& document_;
  Model& model_;
  const Location& where_;
  MemberCursor member_;

  // One bit a member of the list.
  std::uint32_t bit_ = 1;
  std::uint32_t seen_ = 0;
  bool progress_ = false;
};

template <class Model>
void read_object(Document& document, ondemand::object object, Model& model, const Location& where) {
  ObjectReader<Model>(document, object, model, where).read_members();
}

}  // namespace

template <class Model>
void decode(std::string& text, Model& model) {
  Document document(text);
  read_object(document, document.root(), model, Location());
  document.finish();
}

template void decode(std::string&, ApiResourceMetadata&);
template void decode(std::string&, PaginationLinks&);
template void decode(std::string&, Scope&);
template void decode(std::string&, Credentials&);
template void decode(std::string&, TokenProperties&);
template void decode(std::string&, TokenResponse&);
template void decode(std::string&, PostTokenOutput&);
template void decode(std::string&, PutTokenOutput&);
template void decode(std::string&, TokensResponse&);
template void decode(std::string&, PostTokenProperties&);
template void decode(std::string&, PostTokenInput&);
template void decode(std::string&, PutTokenInput&);
template void decode(std::string&, PatchTokenInput&);

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry

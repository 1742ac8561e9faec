// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// @file
/// The examples that the API's description gives for the operations on tokens, and for errors.

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace contract {

/// May pull one repository until a given day.
inline constexpr std::string_view post_token_input = R"({
  "properties": {
    "name": "ci-pull",
    "expiryDate": "2027-03-01T00:00:00Z",
    "scopes": [{"type": "repository", "name": "team/app", "actions": ["pull"]}],
    "status": "enabled"
  }
})";

/// Lives for ever, may do nothing yet.
inline constexpr std::string_view post_token_input_minimal = R"({
  "properties": {
    "name": "nightly-build"
  }
})";

/// The whole token, name repeated.
inline constexpr std::string_view put_token_input = R"({
  "properties": {
    "name": "ci-pull",
    "expiryDate": "2027-06-01T00:00:00Z",
    "scopes": [{"type": "repository", "name": "team/app", "actions": ["pull", "push"]}],
    "status": "enabled"
  }
})";

/// Switch it off.
inline constexpr std::string_view patch_token_disable = R"({
  "status": "disabled"
})";

/// Take the end date away.
inline constexpr std::string_view patch_token_never_expire = R"({
  "expiryDate": null
})";

/// Other rights, other end.
inline constexpr std::string_view patch_token_rescope = R"({
  "expiryDate": "2027-06-01T00:00:00Z",
  "scopes": [
    {"type": "repository", "name": "team/app", "actions": ["pull", "push", "delete"]},
    {"type": "registry", "name": "catalog", "actions": ["*"]}
  ]
})";

/// As every reading operation shows it.
inline constexpr std::string_view token = R"({
  "id": "9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713",
  "type": "token",
  "href": "https://api.ionos.com/containerregistries/registries/4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens/9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713",
  "metadata": {
    "createdBy": "dev@example.com",
    "createdByUserId": "87f9a82e-b28d-49ed-9d04-fba2c0459cd3",
    "createdDate": "2026-03-01T09:30:00Z",
    "lastModifiedBy": "ops@example.com",
    "lastModifiedByUserId": "1d6b7e0c-3f52-4c8e-8a19-6be2d94a7f05",
    "lastModifiedDate": "2026-03-02T10:00:00Z",
    "state": "enabled"
  },
  "properties": {
    "name": "ci-pull",
    "status": "enabled",
    "expiryDate": "2027-03-01T00:00:00Z",
    "scopes": [{"type": "repository", "name": "team/app", "actions": ["pull"]}],
    "credentials": {"username": "ci-pull", "password": ""}
  }
})";

/// After it was switched off.
inline constexpr std::string_view token_disabled = R"({
  "id": "9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713",
  "type": "token",
  "href": "https://api.ionos.com/containerregistries/registries/4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens/9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713",
  "metadata": {
    "createdBy": "dev@example.com",
    "createdByUserId": "87f9a82e-b28d-49ed-9d04-fba2c0459cd3",
    "createdDate": "2026-03-01T09:30:00Z",
    "lastModifiedBy": "ops@example.com",
    "lastModifiedByUserId": "1d6b7e0c-3f52-4c8e-8a19-6be2d94a7f05",
    "lastModifiedDate": "2026-03-05T16:45:12Z",
    "state": "disabled"
  },
  "properties": {
    "name": "ci-pull",
    "status": "disabled",
    "expiryDate": "2027-03-01T00:00:00Z",
    "scopes": [{"type": "repository", "name": "team/app", "actions": ["pull"]}],
    "credentials": {"username": "ci-pull", "password": ""}
  }
})";

/// The one response with a password.
inline constexpr std::string_view token_created = R"({
  "id": "9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713",
  "type": "token",
  "href": "",
  "metadata": {
    "createdBy": "dev@example.com",
    "createdByUserId": "87f9a82e-b28d-49ed-9d04-fba2c0459cd3",
    "createdDate": "2026-03-01T09:30:00Z",
    "lastModifiedBy": null,
    "lastModifiedByUserId": null,
    "lastModifiedDate": null,
    "state": "enabled"
  },
  "properties": {
    "name": "ci-pull",
    "status": "enabled",
    "expiryDate": "2027-03-01T00:00:00Z",
    "scopes": [{"type": "repository", "name": "team/app", "actions": ["pull"]}],
    "credentials": {"username": "ci-pull", "password": "example-password-shown-once"}
  }
})";

/// Replaced, so no password is shown.
inline constexpr std::string_view token_replaced = R"({
  "id": "9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713",
  "type": "token",
  "href": "https://api.ionos.com/containerregistries/registries/4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens/9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713",
  "metadata": {
    "createdBy": "dev@example.com",
    "createdByUserId": "87f9a82e-b28d-49ed-9d04-fba2c0459cd3",
    "createdDate": "2026-03-01T09:30:00Z",
    "lastModifiedBy": "dev@example.com",
    "lastModifiedByUserId": "87f9a82e-b28d-49ed-9d04-fba2c0459cd3",
    "lastModifiedDate": "2026-03-08T07:00:00Z",
    "state": "enabled"
  },
  "properties": {
    "name": "ci-pull",
    "status": "enabled",
    "expiryDate": "2027-06-01T00:00:00Z",
    "scopes": [{"type": "repository", "name": "team/app", "actions": ["pull", "push"]}],
    "credentials": {"username": "ci-pull", "password": ""}
  }
})";

/// Two of five tokens.
inline constexpr std::string_view token_page = R"({
  "id": "tokens",
  "type": "collection",
  "href": "https://api.ionos.com/containerregistries/registries/4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens",
  "items": [
    {
      "id": "9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713",
      "type": "token",
      "href": "https://api.ionos.com/containerregistries/registries/4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens/9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713",
      "metadata": {
        "createdBy": "dev@example.com",
        "createdByUserId": "87f9a82e-b28d-49ed-9d04-fba2c0459cd3",
        "createdDate": "2026-03-01T09:30:00Z",
        "lastModifiedBy": "ops@example.com",
        "lastModifiedByUserId": "1d6b7e0c-3f52-4c8e-8a19-6be2d94a7f05",
        "lastModifiedDate": "2026-03-02T10:00:00Z",
        "state": "enabled"
      },
      "properties": {
        "name": "ci-pull",
        "status": "enabled",
        "expiryDate": "2027-03-01T00:00:00Z",
        "scopes": [{"type": "repository", "name": "team/app", "actions": ["pull"]}],
        "credentials": {"username": "ci-pull", "password": ""}
      }
    },
    {
      "id": "2ac0c9b1-58d7-4e3e-9f46-7b1d5a6e8c24",
      "type": "token",
      "href": "https://api.ionos.com/containerregistries/registries/4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens/2ac0c9b1-58d7-4e3e-9f46-7b1d5a6e8c24",
      "metadata": {
        "createdBy": "dev@example.com",
        "createdByUserId": "87f9a82e-b28d-49ed-9d04-fba2c0459cd3",
        "createdDate": "2026-02-11T08:00:00Z",
        "lastModifiedBy": null,
        "lastModifiedByUserId": null,
        "lastModifiedDate": null,
        "state": "disabled"
      },
      "properties": {
        "name": "nightly-build",
        "status": "disabled",
        "expiryDate": null,
        "scopes": [],
        "credentials": {"username": "nightly-build", "password": ""}
      }
    }
  ],
  "offset": 0,
  "limit": 2,
  "count": 2,
  "total": 5,
  "_links": {
    "self": "https://api.ionos.com/containerregistries/registries/4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens?offset=0&limit=2",
    "next": "https://api.ionos.com/containerregistries/registries/4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens?offset=2&limit=2",
    "previous": ""
  }
})";

/// A registry without tokens.
inline constexpr std::string_view token_page_empty = R"({
  "id": "tokens",
  "type": "collection",
  "href": "https://api.ionos.com/containerregistries/registries/4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens",
  "items": [],
  "offset": 0,
  "limit": 100,
  "count": 0,
  "total": 0,
  "_links": {
    "self": "",
    "next": "",
    "previous": ""
  }
})";

/// A request that is malformed.
inline constexpr std::string_view error_bad_request = R"({
  "httpStatus": 400,
  "messages": [
    {"errorCode": "example-validation", "message": "properties.name has to start with a letter"}
  ]
})";

/// A failure that says nothing.
inline constexpr std::string_view error_without_messages = R"({
  "httpStatus": 500,
  "messages": null
})";

/// The word of a gateway.
inline constexpr std::string_view error_of_gateway = R"({
  "msg": "no healthy upstream"
})";

/// A page of a gateway.
inline constexpr std::string_view error_page =
    R"(<html><body><h1>503 Service Unavailable</h1></body></html>)";

}  // namespace contract
}  // namespace v0
}  // namespace ionoscloud::container_registry

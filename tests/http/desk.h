// The desk of a running server with its first owner, for tests of who gets in.
#pragma once

#include "server/service/team.h"
#include "tests/http/running_server.h"
#include "tests/support/must.h"

namespace palabre::test {

inline const std::string root = "/api/v1/admin/";
inline const std::string own_origin = "http://comments.example"; // as request_text's Host
inline const std::string password = "correct horse battery";

struct SignedIn {
  std::string cookie;
  std::string csrf;
  std::string id;

  [[nodiscard]] Headers reading() const { return {{"Cookie", cookie}}; }
  [[nodiscard]] Headers writing() const { return {{"Cookie", cookie}, {"X-Palabre-Desk", csrf}}; }
};

// "name=token" of a reply's Set-Cookie.
[[nodiscard]] std::string cookie_of(const Reply& reply);
[[nodiscard]] SignedIn signed_in(const Reply& reply);
[[nodiscard]] std::string credentials(const std::string& email, const std::string& text = password);
[[nodiscard]] Headers with(Headers headers, const std::string& name, const std::string& value);

struct Desk {
  explicit Desk(const std::function<void(http::ServerOptions&)>& adjust = {});

  SignedIn accept(const std::string& token, const std::string& email) const;
  [[nodiscard]] SignedIn join(const std::string& email, MemberRole role) const;
  [[nodiscard]] Reply send(std::string_view method, const std::string& path, Headers headers,
                           const std::string& body = {}) const;
  [[nodiscard]] Reply get(const std::string& path, const Headers& headers) const;
  [[nodiscard]] bool is_in(const SignedIn& who) const;
  // A session of this member in the pages of `site` at `from`; its token is `token`.
  void add_page_session(const std::string& token, const SignedIn& who, const std::string& site,
                        const std::string& from);

  RunningServer server;
  SignedIn owner;
};

} // namespace palabre::test

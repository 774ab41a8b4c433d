#include "tests/http/desk.h"

namespace palabre::test {

using nlohmann::json;

std::string cookie_of(const Reply& reply) {
  const std::string line = reply.header("set-cookie");
  return line.substr(0, line.find(';'));
}

SignedIn signed_in(const Reply& reply) {
  BOOST_TEST_INFO(reply.body);
  BOOST_REQUIRE_EQUAL(reply.status, 200);
  const json body = json::parse(reply.body);
  return {cookie_of(reply), body["csrf"], body["member"]["id"]};
}

std::string credentials(const std::string& email, const std::string& text) {
  return json{{"email", email}, {"password", text}}.dump();
}

Headers with(Headers headers, const std::string& name, const std::string& value) {
  headers.emplace_back(name, value);
  return headers;
}

Desk::Desk(const std::function<void(http::ServerOptions&)>& adjust) : server(adjust) {
  const service::Context context{
      server.store(), {}, must(server.store().secret()), [this] { return Instant{server.now}; }, {}};
  owner = accept(must(service::make_setup_link(context))->token, "owner@blog.example");
}

SignedIn Desk::accept(const std::string& token, const std::string& email) const {
  const std::string body = json{{"name", "N"}, {"email", email}, {"password", password}}.dump();
  return signed_in(server.post_json(root + "invitations/" + token, body));
}

SignedIn Desk::join(const std::string& email, MemberRole role) const {
  const Reply made = send("POST", "invitations", owner.writing(), json{{"role", to_name(role)}}.dump());
  BOOST_REQUIRE_EQUAL(made.status, 201);
  return accept(json::parse(made.body)["token"], email);
}

Reply Desk::send(std::string_view method, const std::string& path, Headers headers, const std::string& body) const {
  if (!body.empty()) headers.emplace_back("Content-Type", "application/json");
  return server.ask(method, root + path, headers, body);
}

Reply Desk::get(const std::string& path, const Headers& headers) const {
  return server.get(root + path, headers);
}

bool Desk::is_in(const SignedIn& who) const {
  return get("session", who.reading()).status == 200;
}

void Desk::add_page_session(const std::string& token, const SignedIn& who, const std::string& site,
                            const std::string& from) {
  const Instant now{server.now};
  must(server.store().team().add_session(service::hash_of_session(token), *MemberId::parse(who.id), site, from, now,
                                         now + Duration::minutes(60)));
}

} // namespace palabre::test

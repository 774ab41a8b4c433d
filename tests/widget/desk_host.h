// The browser's side of the desk, in memory: it applies patches to a page, answers requests as a test says, and finds
// controls as people do, by role and name.
#pragma once

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/wire/codec_desk.h"
#include "shared/wire/desk_routes.h"
#include "tests/widget/host.h"
#include "widget/admin/session.h"

namespace palabre::test {

inline std::string desk_texts(view::Language language) {
  const std::string_view readers = view::built_in_catalogue_text(language);
  const std::string_view posts = view::engage_catalogue_text(language);
  const std::string_view desk = view::desk_catalogue_text(language);
  const auto inside = [](std::string_view object) {
    const std::size_t begin = object.find('{') + 1;
    return std::string(object.substr(begin, object.rfind('}') - begin));
  };
  return "{" + inside(readers) + "," + inside(posts) + "," + inside(desk) + "}";
}

inline Member sample_member(MemberRole role = MemberRole::owner) {
  return {MemberId{1}, "Amélie", "amelie@blog.example", role, Instant{1'700'000'000'000}};
}

inline wire::DeskSession sample_desk_session(MemberRole role = MemberRole::owner) {
  return {sample_member(role), "mark", {{SiteId{1}, "demo", {"https://demo.example"}}}};
}

struct DeskRequest {
  std::int64_t number{0};
  std::string method;
  std::string url;
  std::string body;
  std::string csrf;
};

class DeskHost {
public:
  explicit DeskHost(view::Language language = view::Language::en)
      : session_("{\"lang\":" + json_text(to_name(language)) +
                 ",\"origin\":\"https://talk.example\",\"messages\":" + desk_texts(language) + "}") {}

  std::int64_t now{1'800'000'000'000};
  std::string announced;
  std::string copied;
  std::string downloaded;
  std::string title;
  int reloads{0};
  std::string hash;
  std::uint32_t focused{0};
  std::string opened;                        // in another tab
  std::map<std::string, std::string> stored; // what the browser keeps
  std::map<std::string, std::int64_t> woken; // what the session wants to be woken for, and in how many milliseconds

  void mount(const std::string& at) {
    std::string kept;
    for (const auto& [key, value] : stored) kept += (kept.empty() ? "" : ",") + json_text(key) + ":" + json_text(value);
    send("\"type\":\"mount\",\"value\":" + json_text(at) + ",\"stored\":{" + kept + "}");
  }
  // Mounted, and signed in as this.
  void enter(const std::string& at, MemberRole role = MemberRole::owner) {
    hash = at;
    mount(at);
    answer("GET", "session", 200, wire::encode(sample_desk_session(role)));
  }
  void route(const std::string& at) {
    hash = at;
    send("\"type\":\"route\",\"value\":" + json_text(at));
  }
  void click(const view::Node& node) { send("\"type\":\"click\",\"id\":" + id_text(node)); }
  void submit(const view::Node& form) { send("\"type\":\"submit\",\"id\":" + id_text(form)); }
  void type(const view::Node& field, const std::string& value) {
    page_.type(session_.id_of(field), value);
    send("\"type\":\"input\",\"id\":" + id_text(field) + ",\"value\":" + json_text(value));
  }
  void press(const std::string& key, const std::string& more = {}) {
    send("\"type\":\"key\",\"id\":0,\"key\":" + json_text(key) + more);
  }
  void tick(const std::string& name) { send("\"type\":\"tick\",\"name\":" + json_text(name)); }
  void tell(const view::Node& field, const std::string& value, bool shift = false) {
    send("\"type\":\"input\",\"id\":" + id_text(field) + ",\"value\":" + json_text(value) +
         ",\"shift\":" + (shift ? "true" : "false"));
  }

  void press_on(const view::Node& node, const std::string& key) {
    send("\"type\":\"key\",\"id\":" + id_text(node) + ",\"key\":" + json_text(key));
  }

  // The oldest request that is not answered yet; the path is below the desk's root.
  [[nodiscard]] const DeskRequest& asked(const std::string& method, const std::string& path) const {
    const std::string url = wire::desk_url(path);
    for (const DeskRequest& request : requests_) {
      if (request.method == method && request.url == url) return request;
    }
    BOOST_FAIL(method + " " + url + " was not asked for");
    return requests_.front();
  }
  [[nodiscard]] bool is_asked(const std::string& method, const std::string& path) const {
    const std::string url = wire::desk_url(path);
    return std::any_of(requests_.begin(), requests_.end(),
                       [&](const DeskRequest& request) { return request.method == method && request.url == url; });
  }
  [[nodiscard]] std::size_t waiting() const { return requests_.size(); }
  void answer(const std::string& method, const std::string& path, int status, const std::string& body = {}) {
    const DeskRequest request = asked(method, path);
    std::erase_if(requests_, [&](const DeskRequest& one) { return one.number == request.number; });
    send("\"type\":\"response\",\"request\":" + std::to_string(request.number) +
         ",\"status\":" + std::to_string(status) + ",\"body\":" + json_text(body));
  }
  void refuse(const std::string& method, const std::string& path, ErrorCode code, const std::string& field = {}) {
    const ErrorInfo& info = error_info(code);
    answer(method, path, info.status,
           "{\"code\":" + json_text(info.name) + ",\"status\":" + std::to_string(info.status) +
               ",\"field\":" + json_text(field) + "}");
  }

  [[nodiscard]] const view::Node* find(view::Role role, std::string_view name) const {
    const view::NodePtr tree = session_.tree();
    return find_node(*tree, [&](const view::Node& node) {
      return node.role == role && (attribute_is(node, view::Attr::label, name) || words_in(node) == name);
    });
  }
  [[nodiscard]] const view::Node& must_find(view::Role role, std::string_view name) const {
    const view::Node* found = find(role, name);
    BOOST_REQUIRE_MESSAGE(found != nullptr, "nothing is called " << name << " in " << words_in(*session_.tree()));
    return *found;
  }
  [[nodiscard]] const view::Node& button(std::string_view name) const { return must_find(view::Role::button, name); }
  // By its Attr::id without "field-".
  [[nodiscard]] const view::Node& field(const std::string& name) const {
    const view::NodePtr tree = session_.tree();
    const view::Node* found =
        find_node(*tree, [&](const view::Node& node) { return attribute_is(node, view::Attr::id, "field-" + name); });
    BOOST_REQUIRE_MESSAGE(found != nullptr, "no field " << name);
    return *found;
  }
  [[nodiscard]] const view::Node& form() const {
    const view::Node* found =
        find_node(*session_.tree(), [](const view::Node& node) { return node.role == view::Role::form; });
    BOOST_REQUIRE(found != nullptr);
    return *found;
  }
  [[nodiscard]] const view::Node* find_id(std::string_view id) const {
    return find_node(*session_.tree(), [&](const view::Node& node) { return attribute_is(node, view::Attr::id, id); });
  }
  [[nodiscard]] bool focus_is_on(std::string_view id) const {
    const view::Node* found = find_id(id);
    return found != nullptr && session_.id_of(*found) == focused;
  }
  [[nodiscard]] bool shows(std::string_view words) const {
    return words_in(*session_.tree()).find(words) != std::string::npos;
  }
  [[nodiscard]] std::string words() const { return words_in(*session_.tree()); }
  [[nodiscard]] std::string value_of(const std::string& name) const {
    return page_.at(session_.id_of(field(name))).value;
  }
  [[nodiscard]] bool has_focus(const view::Node& node) const { return session_.id_of(node) == focused; }
  [[nodiscard]] view::NodePtr tree() const { return session_.tree(); }

  void send(const std::string& members) {
    const auto reply = wire::parse_json(session_.receive("{" + members + ",\"now\":" + std::to_string(now) + "}"),
                                        wire::ControlCharacters::kept);
    BOOST_REQUIRE(reply.has_value());
    for (const wire::JsonValue& patch : reply->find("patches")->children) page_.apply(read_patch(patch));
    for (const wire::JsonValue& effect : reply->find("effects")->children) perform(effect);
  }

private:
  static std::string text(const wire::JsonValue& effect, std::string_view name) {
    const wire::JsonValue* found = effect.find(name);
    return found != nullptr ? found->text : std::string();
  }
  std::string id_text(const view::Node& node) const { return std::to_string(session_.id_of(node)); }

  void perform(const wire::JsonValue& effect) {
    const std::string kind = text(effect, "kind");
    if (kind == "fetch") {
      requests_.push_back({effect.find("request")->integer, text(effect, "method"), text(effect, "url"),
                           text(effect, "body"), text(effect, "csrf")});
    }
    if (kind == "announce") announced = text(effect, "text");
    if (kind == "copy") copied = text(effect, "text");
    if (kind == "open") opened = text(effect, "url");
    if (kind == "download") downloaded = text(effect, "url");
    if (kind == "title") title = text(effect, "text");
    if (kind == "reload") ++reloads;
    if (kind == "navigate") hash = text(effect, "hash");
    if (kind == "wake") woken[text(effect, "name")] = effect.find("after")->integer;
    if (kind == "store" && effect.find("value")->kind == wire::JsonKind::null) stored.erase(text(effect, "key"));
    if (kind == "store" && effect.find("value")->kind != wire::JsonKind::null)
      stored[text(effect, "key")] = text(effect, "value");
    if (kind == "focus") focused = static_cast<std::uint32_t>(effect.find("id")->integer);
  }

  widget::desk::Session session_;
  mutable Page page_;
  std::deque<DeskRequest> requests_;
};

} // namespace palabre::test

// The browser's side of posts, in memory: it applies patches to a page, answers requests as a test says, and finds
// controls as people do, by role and name.
#pragma once

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/engage/views.h"
#include "shared/wire/codec_posts.h"
#include "tests/widget/host.h"
#include "widget/engage/session.h"

namespace palabre::test {

inline std::string engage_texts(view::Language language) {
  const std::string_view readers = view::built_in_catalogue_text(language);
  const std::string_view posts = view::engage_catalogue_text(language);
  return std::string(readers.substr(0, readers.rfind('}'))) + "," + std::string(posts.substr(posts.find('{') + 1));
}

class EngageHost {
public:
  struct Request {
    std::int64_t number{0};
    std::string method;
    std::string url;
    std::string body;
    std::string token;
  };

  explicit EngageHost(std::string_view place = "thread")
      : session_("{\"site\":\"blog\",\"page\":\"/trees\",\"lang\":\"en\",\"place\":" + json_text(place) +
                 ",\"messages\":" + engage_texts(view::Language::en) + "}") {}

  std::int64_t now{1'800'000'000'000};
  std::vector<std::string> announced;
  std::string assertive;
  std::uint32_t focused{0};
  int composed{0};
  std::map<std::string, std::string> stored; // what the browser keeps
  std::map<std::string, std::int64_t> woken; // what the session wants to be woken for, and in how many milliseconds
  std::size_t patches{0};                    // of the last event

  // The page shows the server's HTML and the module takes it over.
  void adopt(const wire::PostList& list, bool known = false) {
    view::engage::State state =
        view::engage::first_state(list.posts, list.now, view::engage_messages(view::Language::en));
    page_.adopt(*view::engage::posts_view(state));
    send("\"type\":\"begin\",\"document\":" + json_text(wire::encode(list)) + ",\"adopt\":true");
    BOOST_TEST(patches == 0U);
    BOOST_TEST(session_.ids_given() == page_.size());
    remember(known);
  }
  void build(const wire::PostList& list, bool known = false) {
    send("\"type\":\"begin\",\"document\":" + json_text(wire::encode(list)) + ",\"adopt\":false");
    remember(known);
  }
  void own(const std::vector<wire::OwnPart>& parts) {
    std::string body;
    for (const wire::OwnPart& part : parts) body += (body.empty() ? "" : ",") + wire::encode(part);
    send("\"type\":\"own\",\"body\":" + json_text("{\"posts\":[" + body + "]}"));
  }

  void click(std::string_view name) {
    send("\"type\":\"click\",\"id\":" + id_text(must_find(view::Role::button, name)));
  }
  void choose(std::string_view label, bool on = true) {
    const view::Node& field = field_of(label);
    send("\"type\":\"input\",\"id\":" + id_text(field) + ",\"value\":" + (on ? "\"on\"" : "\"\""));
  }
  void type(std::string_view label, const std::string& value) {
    const view::Node& field = field_of(label);
    page_.type(session_.id_of(field), value);
    send("\"type\":\"input\",\"id\":" + id_text(field) + ",\"value\":" + json_text(value));
  }
  void pick_place(std::string_view option, const std::string& place) {
    const view::Node& select = must_find(view::Role::select, "Place of “" + std::string(option) + "”");
    send("\"type\":\"input\",\"id\":" + id_text(select) + ",\"value\":" + json_text(place));
  }
  void submit() {
    const view::Node* form =
        find_node(*session_.tree(), [](const auto& node) { return node.role == view::Role::form; });
    BOOST_REQUIRE(form != nullptr);
    send("\"type\":\"submit\",\"id\":" + id_text(*form));
  }
  void tick(std::string_view name) { send("\"type\":\"tick\",\"name\":" + json_text(name)); }

  [[nodiscard]] bool is_asked(std::string_view method, std::string_view url) const {
    return std::any_of(requests_.begin(), requests_.end(),
                       [&](const Request& one) { return one.method == method && one.url == url; });
  }
  [[nodiscard]] const Request& asked(std::string_view method, std::string_view url) const {
    for (const Request& one : requests_) {
      if (one.method == method && one.url == url) return one;
    }
    BOOST_FAIL(std::string(url) + " was not asked for");
    return requests_.front();
  }
  [[nodiscard]] std::size_t waiting() const { return requests_.size(); }
  void answer(std::string_view method, std::string_view url, int status, const std::string& body = {}) {
    const Request request = asked(method, url);
    std::erase_if(requests_, [&](const Request& one) { return one.number == request.number; });
    send("\"type\":\"response\",\"request\":" + std::to_string(request.number) +
         ",\"status\":" + std::to_string(status) + ",\"body\":" + json_text(body));
  }
  void refuse(std::string_view method, std::string_view url, ErrorCode code, const std::string& field = {}) {
    const ErrorInfo& info = error_info(code);
    answer(method, url, info.status,
           "{\"code\":" + json_text(info.name) + ",\"status\":" + std::to_string(info.status) +
               ",\"field\":" + json_text(field) + "}");
  }

  [[nodiscard]] const view::Node* find(view::Role role, std::string_view name) const {
    return find_node(*session_.tree(), [&](const view::Node& node) {
      return node.role == role && (attribute_is(node, view::Attr::label, name) || words_in(node) == name);
    });
  }
  [[nodiscard]] const view::Node& must_find(view::Role role, std::string_view name) const {
    const view::Node* found = find(role, name);
    BOOST_REQUIRE_MESSAGE(found != nullptr, "nothing is called " << name << " in " << words());
    return *found;
  }
  // By the words of its label.
  [[nodiscard]] const view::Node& field_of(std::string_view label) const {
    const std::string* id = view::attribute(must_find(view::Role::label, label), view::Attr::labels);
    BOOST_REQUIRE(id != nullptr);
    return *find_node(*session_.tree(), [&](const auto& node) { return attribute_is(node, view::Attr::id, *id); });
  }
  [[nodiscard]] bool is_checked(std::string_view label) const {
    return has(field_of(label).state, view::State::checked);
  }
  [[nodiscard]] std::string words() const { return words_in(*session_.tree()); }
  [[nodiscard]] bool shows(std::string_view text) const { return words().find(text) != std::string::npos; }
  [[nodiscard]] bool focus_is_on(std::string_view id) const {
    const view::Node* found =
        find_node(*session_.tree(), [&](const auto& node) { return attribute_is(node, view::Attr::id, id); });
    return found != nullptr && session_.id_of(*found) == focused;
  }
  [[nodiscard]] std::string last_announced() const { return announced.empty() ? "" : announced.back(); }
  [[nodiscard]] const widget::engage::Session& session() const { return session_; }

  void send(const std::string& members) {
    const auto reply = wire::parse_json(session_.receive("{" + members + ",\"now\":" + std::to_string(now) + "}"),
                                        wire::ControlCharacters::kept);
    BOOST_REQUIRE(reply.has_value());
    patches = reply->find("patches")->children.size();
    for (const wire::JsonValue& patch : reply->find("patches")->children) page_.apply(read_patch(patch));
    for (const wire::JsonValue& effect : reply->find("effects")->children) perform(effect);
  }

private:
  static std::string text(const wire::JsonValue& effect, std::string_view name) {
    const wire::JsonValue* found = effect.find(name);
    return found != nullptr ? found->text : std::string();
  }
  std::string id_text(const view::Node& node) const { return std::to_string(session_.id_of(node)); }

  void remember(bool known) {
    const auto kept = [&](const std::string& key) { return json_text(stored.count(key) != 0 ? stored.at(key) : ""); };
    send("\"type\":\"remember\",\"reader\":\"reader-token-0123456789\",\"known\":" +
         std::string(known ? "true" : "false") + ",\"name\":\"Ada\",\"stored\":{\"posts\":" +
         kept("palabre:posts:blog") + ",\"dismissed\":" + kept("palabre:dismissed:blog") + "}");
  }

  void perform(const wire::JsonValue& effect) {
    const std::string kind = text(effect, "kind");
    if (kind == "fetch") {
      requests_.push_back({effect.find("request")->integer, text(effect, "method"), text(effect, "url"),
                           text(effect, "body"), text(effect, "token")});
    }
    if (kind == "announce" && effect.find("assertive")->boolean) assertive = text(effect, "text");
    if (kind == "announce" && !effect.find("assertive")->boolean) announced.push_back(text(effect, "text"));
    if (kind == "compose") ++composed;
    if (kind == "wake") woken[text(effect, "name")] = effect.find("after")->integer;
    if (kind == "store") stored[text(effect, "key")] = text(effect, "value");
    if (kind == "focus") focused = static_cast<std::uint32_t>(effect.find("id")->integer);
  }

  widget::engage::Session session_;
  Page page_;
  std::deque<Request> requests_;
};

} // namespace palabre::test

// The browser's side of a session, in memory: it applies patches to a page, keeps what is to be stored, and finds
// controls as people do, by role and name.
#pragma once

#include <boost/test/unit_test.hpp>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/text/markdown_edit.h"
#include "shared/view/catalogues/built_in.h"
#include "shared/view/thread_view.h"
#include "shared/wire/codec.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_writer.h"
#include "tests/widget/page.h"
#include "widget/app/session.h"

namespace palabre::test {

inline std::string json_text(std::string_view text) {
  std::string out;
  wire::JsonWriter(out).string(text);
  return out;
}

inline std::string words_in(const view::Node& node) {
  std::string words = node.text;
  for (const view::NodePtr& child : node.children) words += words_in(*child);
  return words;
}

inline const view::Node* find_node(const view::Node& root, const std::function<bool(const view::Node&)>& wanted) {
  if (wanted(root)) return &root;
  for (const view::NodePtr& child : root.children) {
    if (const view::Node* found = find_node(*child, wanted)) return found;
  }
  return nullptr;
}

inline bool attribute_is(const view::Node& node, view::Attr name, std::string_view value) {
  const std::string* found = view::attribute(node, name);
  return found != nullptr && *found == value;
}

inline widget::dom::Patch read_patch(const wire::JsonValue& patch) {
  using widget::dom::PatchKind;
  const auto number = [&](std::size_t at) { return static_cast<std::uint32_t>(patch.children.at(at).integer); };
  const auto text = [&](std::size_t at) { return patch.children.at(at).text; };
  const std::string& name = patch.children.at(0).text;
  if (name == "element") return {PatchKind::element, number(1), text(2)};
  if (name == "text") return {PatchKind::text, number(1), {}, text(2)};
  if (name == "set") return {PatchKind::set, number(1), text(2), text(3)};
  if (name == "unset") return {PatchKind::unset, number(1), text(2)};
  if (name == "words") return {PatchKind::words, number(1), {}, text(2)};
  if (name == "value") return {PatchKind::value, number(1), {}, text(2)};
  if (name == "insert") return {PatchKind::insert, number(2), {}, {}, number(1), number(3)};
  BOOST_REQUIRE_EQUAL(name, "remove");
  return {PatchKind::remove, number(1)};
}

struct HostOptions {
  std::string site{"demo"};
  std::string page{"/article"};
  std::string language{"en"};
  std::string seed{"seed"};
  std::shared_ptr<widget::Companion> companion{}; // of somebody who is more than a reader
};

class Host {
public:
  explicit Host(HostOptions options = {})
      : session_("{\"site\":" + json_text(options.site) + ",\"page\":" + json_text(options.page) +
                     ",\"url\":\"https://blog.example/article\",\"title\":\"An article\",\"lang\":" +
                     json_text(options.language) + ",\"messages\":" + catalogue(options) +
                     ",\"seed\":" + json_text(options.seed) + "}",
                 options.companion) {}

  std::int64_t now{1'800'000'000'000};
  std::string reader_token; // that the host would give a reader whom it does not know; empty: none

  // The server has put the words into the page.
  void adopt(const ThreadPage& thread, view::Language language = view::Language::en) {
    page_.adopt(*view::thread_view(view::first_state(thread, view::built_in_messages(language))));
    const std::string document = wire::encode(wire::ThreadDocument{thread, "<p>ignored</p>"});
    send("\"type\":\"adopt\",\"thread\":" + json_text(document));
    BOOST_TEST(patches_.empty());
  }
  void mount() { send("\"type\":\"mount\""); }
  // What local storage holds, as the host reads it.
  void remember() {
    std::string drafts;
    for (const auto& [key, value] : storage_) {
      const std::size_t composer = key.rfind(':') + 1;
      if (key.rfind("palabre:draft:", 0) != 0) continue;
      drafts += (drafts.empty() ? "" : ",") + json_text(key.substr(composer)) + ":" + json_text(value);
    }
    const bool known = storage_.count("palabre:reader") != 0;
    send("\"type\":\"remember\",\"identity\":" + stored("palabre:me", "null") +
         ",\"own\":" + stored("palabre:own:demo", "[]") + ",\"flags\":" + stored("palabre:flags:demo", "null") +
         ",\"reader\":" + json_text(known ? storage_["palabre:reader"] : reader_token) +
         ",\"known\":" + (known ? "true" : "false") + ",\"drafts\":{" + drafts + "}");
  }

  void click(const view::Node& node, std::size_t from = 0, std::size_t to = 0) {
    send("\"type\":\"click\",\"id\":" + id_text(node) + selected(from, to));
  }
  void submit(const view::Node& form) { send("\"type\":\"submit\",\"id\":" + id_text(form)); }
  // Where the reader is known their fields are shown first.
  void name_as(const std::string& name, const std::string& form_name) {
    if (find(view::Role::label, "Name", &form(form_name)) == nullptr)
      click(button("Change your name, e-mail or website", &form(form_name)));
    type(field("Name", form(form_name)), name);
  }
  // As browsers do it: the field shows it, then says so.
  void type(const view::Node& field, const std::string& value) {
    page_.type(session_.id_of(field), value);
    send("\"type\":\"input\",\"id\":" + id_text(field) + ",\"value\":" + json_text(value));
  }
  void press(const view::Node& node, const std::string& key, bool modified, std::size_t from = 0, std::size_t to = 0) {
    send("\"type\":\"key\",\"id\":" + id_text(node) + ",\"key\":" + json_text(key) +
         ",\"mod\":" + (modified ? "true" : "false") + selected(from, to));
  }
  void respond_tagged(std::int64_t request, int status, const std::string& body, const std::string& etag) {
    send("\"type\":\"response\",\"request\":" + std::to_string(request) + ",\"status\":" + std::to_string(status) +
         ",\"body\":" + json_text(body) + ",\"headers\":{\"etag\":" + json_text(etag) + "}");
  }
  void select(const view::Node& node, const std::string& text) {
    send("\"type\":\"select\",\"id\":" + id_text(node) + ",\"text\":" + json_text(text));
  }
  void locate(const std::string& comment) { send("\"type\":\"locate\",\"comment\":" + json_text(comment)); }
  // When the session wants to be woken for this, in milliseconds from now; by the last event.
  [[nodiscard]] std::optional<std::int64_t> wake_for(std::string_view name) const {
    std::optional<std::int64_t> after;
    for (const wire::JsonValue* wake : effects("wake")) {
      const wire::JsonValue* found = wake->find("name");
      if (found != nullptr && found->text == name) after = wake->find("after")->integer;
    }
    return after;
  }
  void respond(std::int64_t request, int status, const std::string& body = {}, const std::string& retry_after = {}) {
    const std::string headers = retry_after.empty() ? "{}" : "{\"retry-after\":" + json_text(retry_after) + "}";
    send("\"type\":\"response\",\"request\":" + std::to_string(request) + ",\"status\":" + std::to_string(status) +
         ",\"body\":" + json_text(body) + ",\"headers\":" + headers);
  }
  void tick() { send("\"type\":\"tick\""); }
  void send(const std::string& members) { receive("{" + members + ",\"now\":" + std::to_string(now) + "}"); }

  void receive(const std::string& event) {
    const Expected<wire::JsonValue> reply = wire::parse_json(session_.receive(event), wire::ControlCharacters::kept);
    BOOST_REQUIRE(reply.has_value());
    patches_ = reply->find("patches")->children;
    effects_ = reply->find("effects")->children;
    for (const wire::JsonValue& patch : patches_) page_.apply(read_patch(patch));
    for (const wire::JsonValue& effect : effects_) perform(effect);
    if (session_.tree()) page_.check_shows(*session_.tree());
    for (const wire::JsonValue& effect : std::vector<wire::JsonValue>(effects_)) {
      if (effect.find("kind")->text == "edit") edit(effect);
    }
  }

  // Of the last event.
  [[nodiscard]] const std::vector<wire::JsonValue>& patches() const { return patches_; }
  [[nodiscard]] std::vector<const wire::JsonValue*> effects(std::string_view kind) const {
    std::vector<const wire::JsonValue*> found;
    for (const wire::JsonValue& effect : effects_) {
      if (effect.find("kind")->text == kind) found.push_back(&effect);
    }
    return found;
  }
  // The one fetch of the last event.
  [[nodiscard]] const wire::JsonValue& fetch() const { return one_effect("fetch"); }
  [[nodiscard]] const wire::JsonValue& one_effect(std::string_view kind) const {
    const std::vector<const wire::JsonValue*> found = effects(kind);
    BOOST_REQUIRE_EQUAL(found.size(), 1U);
    return *found.front();
  }
  // The node that has the focus by the last focus effect; nullptr: none was asked for.
  [[nodiscard]] const view::Node* focused() const { return focused_ == 0 ? nullptr : node_of(focused_); }

  [[nodiscard]] view::NodePtr tree() const { return session_.tree(); }
  [[nodiscard]] std::string words() const { return words_in(*session_.tree()); }
  [[nodiscard]] bool shows(std::string_view text) const { return words().find(text) != std::string::npos; }

  [[nodiscard]] const view::Node* find(view::Role role, std::string_view name,
                                       const view::Node* within = nullptr) const {
    const view::NodePtr root = session_.tree();
    return find_node(within != nullptr ? *within : *root, [&](const view::Node& node) {
      return node.role == role && (words_in(node) == name || attribute_is(node, view::Attr::label, name));
    });
  }
  [[nodiscard]] const view::Node& must_find(view::Role role, std::string_view name,
                                            const view::Node* within = nullptr) const {
    const view::Node* found = find(role, name, within);
    BOOST_REQUIRE_MESSAGE(found != nullptr, "nothing is called " << name << " in: " << words());
    return *found;
  }
  [[nodiscard]] const view::Node& button(std::string_view name, const view::Node* within = nullptr) const {
    return must_find(view::Role::button, name, within);
  }
  [[nodiscard]] const view::Node& form(std::string_view name) const { return must_find(view::Role::form, name); }
  [[nodiscard]] const view::Node& field(std::string_view label, const view::Node& form) const {
    const view::Node& found = must_find(view::Role::label, label, &form);
    return by_id(*view::attribute(found, view::Attr::labels));
  }
  [[nodiscard]] const view::Node* find_id(std::string_view id) const {
    return find_node(*session_.tree(), [&](const view::Node& node) { return attribute_is(node, view::Attr::id, id); });
  }
  [[nodiscard]] const view::Node& by_id(std::string_view id) const {
    const view::Node* found = find_id(id);
    BOOST_REQUIRE_MESSAGE(found != nullptr, "no node with the id " << id);
    return *found;
  }
  // The innermost article with these words.
  [[nodiscard]] const view::Node* find_article(std::string_view text) const {
    const view::Node* found = nullptr;
    (void)find_node(*session_.tree(), [&](const view::Node& node) {
      if (node.role == view::Role::article && words_in(node).find(text) != std::string::npos) found = &node;
      return false;
    });
    return found;
  }
  [[nodiscard]] const view::Node& article(std::string_view text) const {
    const view::Node* found = find_article(text);
    BOOST_REQUIRE_MESSAGE(found != nullptr, "no comment says " << text);
    return *found;
  }

  [[nodiscard]] std::string value_of(const view::Node& field) { return page_.at(session_.id_of(field)).value; }
  [[nodiscard]] std::map<std::string, std::string>& storage() { return storage_; }
  [[nodiscard]] const std::vector<std::string>& announced() const { return announced_; }
  [[nodiscard]] std::optional<std::int64_t> counted() const { return counted_; }
  // As the last edit left it.
  [[nodiscard]] std::pair<std::int64_t, std::int64_t> selection() const { return selection_; }
  [[nodiscard]] widget::Session& session() { return session_; }
  [[nodiscard]] Page& page() { return page_; }

private:
  static std::string selected(std::size_t from, std::size_t to) {
    return ",\"from\":" + std::to_string(from) + ",\"to\":" + std::to_string(to);
  }

  [[nodiscard]] std::string id_text(const view::Node& node) const {
    const std::uint32_t id = session_.id_of(node);
    BOOST_REQUIRE(id != 0);
    return std::to_string(id);
  }

  [[nodiscard]] const view::Node* node_of(std::uint32_t id) const {
    return find_node(*session_.tree(), [&](const view::Node& node) { return session_.id_of(node) == id; });
  }

  // Whoever moderates has the desk's words beside the readers'.
  static std::string catalogue(const HostOptions& options) {
    const view::Language language = view::language_of(options.language);
    std::string texts(view::built_in_catalogue_text(language));
    if (options.companion == nullptr) return texts;
    const std::string_view desk = view::desk_catalogue_text(language);
    return texts.substr(0, texts.rfind('}')) + "," + std::string(desk.substr(desk.find('{') + 1));
  }

  [[nodiscard]] std::string stored(const std::string& key, const std::string& fallback) const {
    const auto found = storage_.find(key);
    return found == storage_.end() ? fallback : found->second;
  }

  static std::size_t byte_of(const std::string& text, std::int64_t units) {
    std::size_t at = 0;
    while (at < text.size() &&
           text::utf16_length(std::string_view(text).substr(0, at)) < static_cast<std::size_t>(units))
      ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) ++at;
    return at;
  }

  void edit(const wire::JsonValue& effect) {
    const auto id = static_cast<std::uint32_t>(effect.find("id")->integer);
    std::string value = page_.at(id).value;
    const std::size_t from = byte_of(value, effect.find("from")->integer);
    const std::size_t to = byte_of(value, effect.find("to")->integer);
    BOOST_REQUIRE(from <= to);
    BOOST_REQUIRE(to <= value.size());
    value.replace(from, to - from, effect.find("text")->text);
    const auto& select = effect.find("select")->children;
    selection_ = {select.at(0).integer, select.at(1).integer};
    type(*node_of(id), value);
  }

  void perform(const wire::JsonValue& effect) {
    const std::string& kind = effect.find("kind")->text;
    if (kind == "store") {
      const wire::JsonValue* value = effect.find("value");
      if (value->kind == wire::JsonKind::null) {
        storage_.erase(effect.find("key")->text);
      } else {
        storage_[effect.find("key")->text] = value->text;
      }
    }
    if (kind == "focus") focused_ = static_cast<std::uint32_t>(effect.find("id")->integer);
    if (kind == "focus" || kind == "reveal")
      BOOST_TEST(page_.at(static_cast<std::uint32_t>(effect.find("id")->integer)).tag != "");
    if (kind == "announce") announced_.push_back(effect.find("text")->text);
    if (kind == "count") counted_ = effect.find("comments")->integer;
  }

  widget::Session session_;
  Page page_;
  std::vector<wire::JsonValue> patches_;
  std::vector<wire::JsonValue> effects_;
  std::map<std::string, std::string> storage_;
  std::vector<std::string> announced_;
  std::optional<std::int64_t> counted_;
  std::uint32_t focused_{0};
  std::pair<std::int64_t, std::int64_t> selection_{0, 0};
};

} // namespace palabre::test

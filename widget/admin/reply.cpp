#include "widget/admin/reply.h"

#include <algorithm>

#include "widget/app/door.h"

namespace palabre::widget::desk {
namespace {

struct EffectWriter {
  wire::JsonWriter& writer;
  std::uint32_t id;

  void operator()(const Fetch& fetch) const {
    writer.member("kind", "fetch");
    writer.member("request", static_cast<std::int64_t>(fetch.request));
    writer.member("method", wire::to_name(fetch.method));
    writer.member("url", fetch.url);
    optional("body", fetch.body);
    writer.member("csrf", fetch.csrf);
  }
  void operator()(const Store& store) const {
    writer.member("kind", "store");
    writer.member("key", store.key);
    optional("value", store.value);
  }
  void operator()(const Focus& focus) const {
    place("focus");
    if (!focus.select.empty()) writer.member("select", focus.select);
  }
  void operator()(const Reveal&) const { place("reveal"); }
  void operator()(const Announce& said) const { text("announce", "text", said.text); }
  void operator()(const Wake& wake) const {
    writer.member("kind", "wake");
    writer.member("after", std::max<std::int64_t>(wake.after.milliseconds, 0));
    writer.member("name", wake.name);
  }
  void operator()(const Navigate& place) const {
    text("navigate", "hash", place.hash);
    writer.key("replace");
    writer.boolean(place.replace);
  }
  void operator()(const Copy& copied) const { text("copy", "text", copied.text); }
  void operator()(const Title& title) const { text("title", "text", title.text); }
  void operator()(const Reload&) const { writer.member("kind", "reload"); }
  void operator()(const Open& opened) const { text("open", "url", opened.url); }
  void operator()(const Download& file) const { text("download", "url", file.url); }

private:
  void text(std::string_view kind, std::string_view name, std::string_view value) const {
    writer.member("kind", kind);
    writer.member(name, value);
  }
  void place(std::string_view kind) const {
    writer.member("kind", kind);
    writer.member("id", static_cast<std::int64_t>(id));
  }
  void optional(std::string_view name, const std::optional<std::string>& value) const {
    writer.key(name);
    if (value)
      writer.string(*value);
    else
      writer.null();
  }
};

} // namespace

std::string encode_reply(const dom::Patches& patches, const std::vector<PlacedEffect>& effects) {
  return write_reply<EffectWriter>(patches, effects);
}

} // namespace palabre::widget::desk

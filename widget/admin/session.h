// The desk: its model, its tree, and the one door through which the host talks to it, in JSON as a thread's session
// (widget/app/session.h has the patches). receive(event) answers {"patches":[…],"effects":[…]}.
//
// Events: {"type":"mount","value":"#/queue","stored":{…}} first · {"type":"route","value":"#/…"} the address changed ·
//   {"type":"click","id":N,"shift":bool} · {"type":"submit","id":N} · {"type":"input","id":N,"value":"…","shift":bool}
//   fields, selects and check boxes ("on" or "") ·
//   {"type":"key","id":N,"key":"j","mod":bool,"shift":bool,"typing":bool} ·
//   {"type":"response","request":N,"status":200,"body":"…","headers":{"retry-after":"3"}} · {"type":"tick","name":"…"}
//   ·
//   {"type":"shown"} · {"type":"hidden"}; each with "now":MS.
// Effects: {"kind":"fetch","request":N,"method","url","body":"…"|null,"csrf":"…"} · "store" {key,value} · "focus" {id}
// ·
//   "reveal" {id} · "announce" {text} · "wake" {after,name} · "navigate" {hash,replace} · "copy" {text} · "open" {url}
//   · "download" {url} · "title" {text} · "reload". Of "mount", `stored` also has "offset", the minutes of the local
//   time east of UTC, and "zone", see view::desk::read_zone. Patches come first.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/node.h"
#include "widget/dom/paint_items.h"

namespace palabre::widget::desk {

class Session {
public:
  // {"lang","origin","messages":{…},"now":MS}: the desk's and the readers' words together.
  explicit Session(std::string_view config_json);
  ~Session();
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;

  // Any bytes; an event nobody understands answers no patches and no effects.
  [[nodiscard]] std::string receive(std::string_view event_json);

  [[nodiscard]] std::vector<dom::PaintItem> paint_items() const;
  [[nodiscard]] std::uint32_t ids_given() const;
  [[nodiscard]] view::NodePtr tree() const;
  [[nodiscard]] std::uint32_t id_of(const view::Node& node) const; // 0: not in it

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace palabre::widget::desk

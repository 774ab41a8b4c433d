// A place of posts: its model, its tree, and the one door through which the host talks to it, in JSON as a thread's
// session (widget/app/session.h has the patches). receive(event) answers {"patches":[…],"effects":[…]}.
//
// Events, each with "now":MS of the browser:
//   {"type":"begin","document":"…","adopt":bool} first: the text of a PostList or a thread document; adopt: the page
//   shows its HTML already; no patches then, and ids_given() says how many nodes it should have, without those
//   in the posts' words (.p-body), which are the page's ·
//   {"type":"remember","reader":"…","known":bool,"name":"…","stored":{"posts":"…","dismissed":"…"}} next ·
//   {"type":"own","body":"…"} the answer to `GET me` of the page · {"type":"click","id":N} · {"type":"submit","id":N} ·
//   {"type":"input","id":N,"value":"…"} fields, selects, and check boxes and radio buttons ("on" or "") ·
//   {"type":"response","request":N,"status":200,"body":"…","headers":{"retry-after":"3"}} · {"type":"tick","name":"…"}
//   ·
//   {"type":"shown"} · {"type":"hidden"}
// Effects: {"kind":"fetch","request":N,"method","url","body":"…"|null,"token":"…"|null} · "store" {key,value} ·
//   "focus" {id} · "announce" {text,assertive} · "wake" {after,name} · "compose". Patches come first.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/node.h"
#include "widget/dom/paint_items.h"

namespace palabre::widget::engage {

class Session {
public:
  // {"site","page","lang","place":"thread"|"alone","messages":{…}}: the posts' and the readers' words together.
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

} // namespace palabre::widget::engage

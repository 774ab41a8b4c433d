// One mounted thread: its model, its tree, and the one door through which the host talks to it. The same door serves
// the browser (widget/host), and the native journeys. Everything is JSON text; nothing here knows a browser.
//
// receive(event) answers {"patches":[…],"effects":[…]}. The host applies patches first, then performs effects in order.
//
// Events:
//   {"type":"adopt","thread":"<thread document as text>"}        words already in the page: builds the same tree,
//   answers no patches
//   {"type":"thread","thread":"<…>"} before it: only reads the document, which an "adopt" without one then takes. For
//   long threads, whose reading and adopting would hold the page up in one go
//   {"type":"mount"}                                             nothing in the page: answers patches that build the
//   loading state, and a fetch
//   {"type":"remember","identity":{"name","email","website"},"own":[{"id","token","until"}],"drafts":{…},
//   "flags":["42",…],"reader":"…","known":bool}   what local storage held; reader: a random word for the server to know
//   the reader by, known: it was stored, so something was sent with it before
//   {"type":"click"|"submit","id":N,"from":N,"to":N}   from, to: the selection in the text area of a clicked button's
//   form, in UTF-16 units, as with "key" · {"type":"input"|"change","id":N,"value":"…"} ·
//   {"type":"key","id":N,"key":"…","mod":bool}
//   {"type":"response","request":N,"status":200,"body":"…","headers":{"retry-after":"3","etag":"…"}} ·
//   {"type":"response","request":N,"status":0}   0: no answer
//   {"type":"select","id":N,"text":"…Markdown"}   words of a comment's body are selected; 0 or no text: none any more
//   {"type":"locate","comment":"42"}   a link to a comment was followed that the page does not hold
//   {"type":"rules","open":bool}   the rules are there, so drafts can be judged; open: whether the page takes comments
//   {"type":"judged","composer":"…","verdict":"…"}   as the effect "judge" asked: what wire/codec_verdict.h writes
//   {"type":"staff","value":"…"}   whoever sits here may moderate, see widget/staff/staff.h; no value: no longer
//   {"type":"hidden"}                                            the page went out of sight, perhaps for ever
//   {"type":"shown"}                                             it is back, or the network is
//   {"type":"tick","now":MS}                                     the host's clock; also in every event as "now" when
//   known
// Patches, arrays (ids are numbers; 0 is the host's container):
//   ["element",id,"tag"] ["text",id,"words"] ["set",id,"attribute","value"] ["unset",id,"attribute"]
//   ["words",id,"text"]
//   ["value",id,"text"]   a field's live value
//   ["insert",parent,id,before]   before 0: at the end · ["remove",id]   with its whole subtree
// Ids of an adopted page: its elements and text nodes in document order, from 1.
// Effects:
//   {"kind":"fetch","request":N,"method":"POST","url":"/api/v1/…","body":"…"|null,"token":"…"|null,"key":"…"|null} key:
//   Idempotency-Key; with "etag" when a 304 is welcome: If-None-Match; "quiet":true: nobody
//   asked for it, so what the reader looks at stays where it is when the answer comes
//   {"kind":"store","key":"…","value":"…"|null} · {"kind":"focus","id":N} · {"kind":"reveal","id":N} ·
//   {"kind":"announce","text":"…"} · {"kind":"point","id":N}   a comment: into view, focused, and lit for a moment
//   {"kind":"edit","id":N,"from":N,"to":N,"text":"…","select":[N,N]}   replace that range of the field's value as
//   typing would, so that the browser's undo takes it back, then select; the field tells by an "input" event
//   {"kind":"judge","composer":"…","request":"…"}   ask the rules when the writer pauses; a later one of the same
//   composer replaces it. request: {"draft":{"name","email","website","body"},"history":{"published","writing_ms"?},
//   "lang","now"}
//   {"kind":"wake","after":MS,"name":"…"}   send a tick then; a later one of the same name replaces it ·
//   {"kind":"count","comments":N}   for the page's counters
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/node.h"
#include "widget/dom/paint_items.h"

namespace palabre::widget {

class Companion;

class Session {
public:
  // {"site","page","url","title","lang","messages":{"key":"text",…},"now":MS,"seed":"…random text for request keys…"};
  // what is missing or wrong gets its default. The messages are the catalogue of the language: the host loads it
  // (/messages/<language>.json), and without it the tree shows keys.
  // `companion`: of somebody who is more than a reader.
  explicit Session(std::string_view config_json, std::shared_ptr<Companion> companion = nullptr);
  ~Session();
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;

  // Any bytes; an event nobody understands answers no patches and no effects.
  [[nodiscard]] std::string receive(std::string_view event_json);

  [[nodiscard]] std::vector<dom::PaintItem> paint_items() const;
  // Ids given so far. Right after "adopt" it is how many nodes the page should have; a page with another number was not
  // printed from this thread, and has to be mounted anew.
  [[nodiscard]] std::uint32_t ids_given() const;
  // The current tree, for tests: query it by role and name.
  [[nodiscard]] view::NodePtr tree() const;
  // The id of a node of that tree; 0: not in it.
  [[nodiscard]] std::uint32_t id_of(const view::Node& node) const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace palabre::widget

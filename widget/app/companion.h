// What a session does for somebody who is more than a reader. Readers' sessions have none, and their module none of its
// code: widget/staff is the one there is.
#pragma once

#include <string>
#include <string_view>

#include "shared/view/additions.h"
#include "widget/app/effect.h"
#include "widget/app/message.h"
#include "widget/app/model.h"

namespace palabre::widget {

class Companion : public view::Additions {
public:
  // The event "staff": the host has a session for it, as JSON; an empty text: it has none any more.
  virtual void begin(Model& model, std::string_view session, Effects& effects) = 0;
  // A click on an ActionKind::desk_press.
  virtual void press(Model& model, std::string_view target, Effects& effects) = 0;
  // A composer that is made anew; `key` as in ThreadState::composers.
  virtual void dress(std::string_view key, view::Composer& composer) const = 0;
  // A reply is to be sent. Answers whether it was its own to send.
  [[nodiscard]] virtual bool send_reply(Model& model, const std::string& key, CommentId parent, Effects& effects) = 0;
  // To a request of Purpose::companion.
  virtual void answer(Model& model, const Request& request, const Answered& answer, Effects& effects) = 0;
};

} // namespace palabre::widget

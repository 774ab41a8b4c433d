// The one place where the model changes. Deterministic: time and random text come in with the messages and the config.
#pragma once

#include "widget/app/effect.h"
#include "widget/app/message.h"
#include "widget/app/model.h"

namespace palabre::widget {

[[nodiscard]] Effects update(Model& model, const Msg& msg);

} // namespace palabre::widget

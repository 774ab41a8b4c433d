#include "widget/staff/staff.h"

#include <utility>

#include "shared/rules/signature.h"
#include "shared/view/parts.h"
#include "shared/wire/codec_desk.h"
#include "shared/wire/desk_routes.h"
#include "shared/wire/json_reader.h"
#include "widget/app/door.h"
#include "widget/staff/parts.h"

namespace palabre::widget {
namespace {

namespace verb = view::desk::inline_verb;
using staff::Desk;

constexpr std::string_view reply_prefix = "reply-";

bool is_reply(std::string_view key) {
  return key.substr(0, reply_prefix.size()) == reply_prefix;
}

// Nothing that a moderator saw stays in sight.
void leave(Desk& desk, Model& model) {
  for (const CommentId id : desk.brought) {
    const Comment* shown = find_comment(model.state.thread, id);
    if (shown == nullptr || model.state.mine.count(id) != 0) continue;
    Comment hidden = *shown;
    hidden.state = CommentState::removed;
    keep_held(model, hidden); // it waits no longer
    if (shown->state != CommentState::published && shown->state != CommentState::hidden) {
      remove_comment(model.state.thread, id);
    }
  }
  for (auto& [key, composer] : model.state.composers) {
    if (!std::exchange(composer.signed_in, false)) continue;
    composer.draft.name = model.identity.name;
    composer.draft.email = model.identity.email;
    composer.draft.website = model.identity.website;
    composer.author_known = !model.identity.name.empty();
  }
  model.state.additions = nullptr;
  desk = Desk{};
}

class Staff final : public Companion {
public:
  [[nodiscard]] view::NodePtr head(const view::Messages& messages) const override {
    return view::desk::inline_head(desk_.state, messages);
  }
  [[nodiscard]] view::NodePtr control(const view::Messages& messages, const Comment& comment) const override {
    return view::desk::inline_control(desk_.state, messages, comment);
  }
  [[nodiscard]] view::NodePtr box(const view::Messages& messages, const Comment& comment) const override {
    return view::desk::inline_box(desk_.state, messages, comment);
  }
  [[nodiscard]] std::size_t fingerprint(CommentId comment) const override {
    return view::desk::inline_fingerprint(desk_.state, comment);
  }

  [[nodiscard]] std::string published(const std::string& reply) const override {
    return reply.empty() ? reply : rules::sign(reply, desk_.state.name, desk_.state.signature);
  }

  void begin(Model& model, std::string_view session, Effects& effects) override;
  void press(Model& model, std::string_view target, Effects& effects) override;
  void dress(std::string_view key, view::Composer& composer) const override;
  bool send_reply(Model& model, const std::string& key, CommentId parent, Effects& effects) override;
  void answer(Model& model, const Request& request, const Answered& answer, Effects& effects) override;

private:
  void press_on(Model& model, std::string_view verb, CommentId id, Effects& effects);
  void toggle(Model& model, CommentId id, Effects& effects);
  void stop(Model& model, std::string_view notice, Effects& effects);
  void answer_queue(Model& model, const Answered& answer, Effects& effects);
  void answer_detail(Model& model, CommentId id, const Answered& answer, Effects& effects);
  void answer_reply(Model& model, const Request& request, const Answered& answer, Effects& effects);

  Desk desk_;
};

void Staff::begin(Model& model, std::string_view session, Effects& effects) {
  leave(desk_, model);
  const Expected<wire::JsonValue> parsed = wire::parse_json(session);
  if (!parsed) return;
  const auto role = parse_member_role(text_in(&*parsed, "role"));
  desk_.token = text_in(&*parsed, "token");
  if (!role || desk_.token.empty()) return leave(desk_, model);
  desk_.state.name = text_in(&*parsed, "name");
  desk_.state.role = *role;
  desk_.state.signature = parse_signature(text_in(&*parsed, "signature")).value_or(Signature::none);
  desk_.state.desk = text_in(&*parsed, "desk");
  desk_.meant = CommentId::parse(text_in(&*parsed, "comment"));
  model.state.additions = this;
  for (auto& [key, composer] : model.state.composers) dress(key, composer);
  staff::ask_queue(desk_, model, effects);
}

void Staff::press(Model& model, std::string_view target, Effects& effects) {
  if (desk_.token.empty()) return;
  if (target == verb::stop) {
    Fetch bye;
    bye.method = wire::Method::del;
    bye.url = wire::desk_url("session");
    staff::fetch(desk_, model, staff::request_about("bye"), std::move(bye), effects);
    return stop(model, {}, effects);
  }
  const std::size_t dot = target.find('.');
  if (dot == std::string_view::npos) return;
  if (const auto id = CommentId::parse(target.substr(dot + 1))) press_on(model, target.substr(0, dot), *id, effects);
}

void Staff::press_on(Model& model, std::string_view verb, CommentId id, Effects& effects) {
  if (verb == verb::toggle) return toggle(model, id, effects);
  if (verb == verb::insist) return staff::insist(desk_, model, id, effects);
  if (verb == verb::relent) return staff::relent(desk_, id, effects);
  if (verb == verb::undo) return staff::undo(desk_, model, id, effects);
  if (const auto action = wire::parse_desk_action(verb)) staff::decide(desk_, model, id, *action, false, effects);
}

void Staff::toggle(Model& model, CommentId id, Effects& effects) {
  const bool open = desk_.state.open == id;
  desk_.state.open = open ? std::nullopt : std::optional(id);
  desk_.state.question.reset();
  desk_.state.troubles.erase(id);
  if (const auto step = desk_.state.steps.find(id);
      step != desk_.state.steps.end() && step->second.stage == view::desk::InlineStage::done) {
    desk_.state.steps.erase(step); // decided and seen: what else can be done with it
    desk_.state.open = id;
  }
  if (desk_.state.open && desk_.state.items.count(id) == 0) staff::ask_detail(desk_, model, id, effects);
}

void Staff::stop(Model& model, std::string_view notice, Effects& effects) {
  leave(desk_, model);
  effects.push_back(Store{"palabre:staff", std::nullopt});
  effects.push_back(Focus{{"heading"}});
  if (!notice.empty()) model.state.notice = model.state.messages.text(notice);
}

void Staff::dress(std::string_view key, view::Composer& composer) const {
  if (desk_.token.empty() || !is_reply(key) || !may(desk_.state.role, MemberRole::moderator)) return;
  composer.draft.name = desk_.state.name;
  composer.draft.email.clear();
  composer.draft.website.clear();
  composer.author_known = true;
  composer.signed_in = true;
  composer.outlook = {};
}

bool Staff::send_reply(Model& model, const std::string& key, CommentId parent, Effects& effects) {
  view::Composer& composer = composer_of(model, key);
  if (!composer.signed_in || desk_.token.empty()) return false;
  const Expected<std::string> body = rules::check_body(composer.draft.body, model.limits);
  if (!body) {
    show_error(model, key, body.error(), effects);
    return true;
  }
  composer.error.reset();
  composer.sending = true;
  Request request = staff::request_about(staff::about_reply, parent);
  request.composer = key;
  request.body = composer.draft.body;
  request.pending = std::to_string(model.last_request + 1);
  model.state.pending.push_back({request.pending, parent, {desk_.state.name, {}}, *body});
  Fetch send;
  send.method = wire::Method::post;
  send.url = wire::desk_url("replies");
  send.body = wire::encode(wire::NewReply{parent, *body});
  staff::fetch(desk_, model, std::move(request), std::move(send), effects);
  return true;
}

void Staff::answer(Model& model, const Request& request, const Answered& answer, Effects& effects) {
  const std::string& about = request.about;
  if (about == staff::about_reply) answer_reply(model, request, answer, effects);
  if (desk_.token.empty()) return; // it was over before this came
  if (answer.status == 401 || (answer.status == 403 && about == staff::about_queue)) {
    return stop(model, "desk.inline_over", effects);
  }
  if (about == staff::about_queue) return answer_queue(model, answer, effects);
  if (!request.comment) return;
  if (about == staff::about_detail) answer_detail(model, *request.comment, answer, effects);
  if (about == staff::about_decision) staff::answer_decision(desk_, model, *request.comment, answer, effects);
  if (about == staff::about_undo) staff::answer_undo(desk_, model, *request.comment, answer, effects);
}

void Staff::answer_queue(Model& model, const Answered& answer, Effects& effects) {
  if (is_success(answer)) staff::take_queue(desk_, model, answer);
  if (!desk_.meant) return;
  const CommentId meant = *std::exchange(desk_.meant, std::nullopt);
  desk_.state.open = meant;
  if (desk_.state.items.count(meant) == 0) staff::ask_detail(desk_, model, meant, effects);
  locate(model, meant, effects);
}

void Staff::answer_detail(Model& model, CommentId id, const Answered& answer, Effects& effects) {
  const bool known = is_success(answer) && staff::take_detail(desk_, model, id, answer);
  const auto wanted = desk_.wanted.find(id);
  if (known) staff::count_waiting(desk_);
  if (wanted == desk_.wanted.end() && known) return;
  const auto action = wanted != desk_.wanted.end() ? std::optional(wanted->second) : std::nullopt;
  if (action) desk_.wanted.erase(wanted);
  if (known) {
    staff::show_state(desk_, model, id, wire::state_after(*action));
    return staff::send_decision(desk_, model, id, *action, false, effects);
  }
  staff::take_back(desk_, model, id);
  const Error error = is_success(answer) ? Error{ErrorCode::internal, {}, {}, 0} : failure_of(answer);
  staff::complain(desk_, id, view::error_text(error, model.state.messages), effects);
}

void Staff::answer_reply(Model& model, const Request& request, const Answered& answer, Effects& effects) {
  Expected<wire::PostedComment> posted = tl::unexpected<Error>(failure_of(answer));
  if (is_success(answer)) {
    const Expected<wire::QueueItem> item = wire::decode_queue_item(answer.body);
    if (item) {
      desk_.state.items.insert_or_assign(item->comment.id, *item);
      posted = wire::PostedComment{item->comment, item->verdict, {}};
    } else {
      posted = fail(ErrorCode::internal, {}, item.error().detail);
    }
  }
  take_posted(model, request, posted, effects);
}

} // namespace

std::shared_ptr<Companion> make_staff() {
  return std::make_shared<Staff>();
}

} // namespace palabre::widget

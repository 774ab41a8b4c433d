// What is written beside an item: bans, and rules made in one click.
#include <algorithm>

#include "shared/wire/codec_desk.h"
#include "widget/admin/queue_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::QueueState;
using wire::Method;

void remember(Model& model, Done::Kind kind, std::int64_t decision, std::string text, std::string rule,
              Effects& effects) {
  Done done;
  done.kind = kind;
  done.number = ++model.queue.last_number;
  done.decision = decision;
  done.rule = std::move(rule);
  add_toast(model, effects, std::move(text), decision > 0 ? "undo." + std::to_string(done.number) : std::string());
  if (decision > 0) remember_done(model, std::move(done));
}

const wire::QueueItem* selected(const Model& model) {
  return view::desk::selected_item(model.state.queue);
}

bool may_write(const Model& model) {
  return model.state.session && may(model.state.session->member.role, MemberRole::moderator);
}

} // namespace

void open_ban(Model& model, Effects& effects) {
  QueueState& queue = model.state.queue;
  const wire::QueueItem* item = selected(model);
  if (item == nullptr || !may_write(model)) return;
  const auto detail = queue.details.find(item->comment.id);
  if (detail == queue.details.end()) return;
  view::desk::BanDraft draft;
  draft.ban.comment = item->comment.id;
  draft.ban.effect = wire::BanEffect::mute;
  draft.ban.hours = 24 * 7;
  draft.ban.subject = detail->second.detail.can_ban_author ? wire::BanSubject::author : wire::BanSubject::network;
  queue.ban = std::move(draft);
  effects.push_back(Focus{"ban-title"});
}

void change_ban(Model& model, std::string_view field, const std::string& value) {
  if (!model.state.queue.ban) return;
  wire::NewBan& ban = model.state.queue.ban->ban;
  const Verb verb = verb_of(field);
  if (verb.name == "effect") ban.effect = wire::parse_ban_effect(verb.argument).value_or(ban.effect);
  if (verb.name == "subject") ban.subject = wire::parse_ban_subject(verb.argument).value_or(ban.subject);
  if (verb.name == "note") ban.note = value;
  if (verb.name != "hours") return;
  std::int64_t hours = 0;
  for (const char digit : value.substr(0, 7)) hours = hours * 10 + (digit >= '0' && digit <= '9' ? digit - '0' : 0);
  ban.hours = std::min(hours, wire::longest_ban_hours);
}

void submit_ban(Model& model, Effects& effects) {
  auto& draft = model.state.queue.ban;
  if (!draft || draft->sending) return;
  draft->sending = true;
  draft->error.reset();
  ask(model, effects, {Part::queue, "ban"}, Method::post, "bans", wire::encode(draft->ban));
}

void answer_ban(Model& model, const Answer& answer, Effects& effects) {
  auto& draft = model.state.queue.ban;
  auto ban = is_success(answer) ? wire::decode_ban(answer.body) : tl::unexpected(failure_of(answer));
  if (!ban) {
    if (draft) {
      draft->sending = false;
      draft->error = ban.error();
    }
    return;
  }
  draft.reset();
  const std::string key = ban->effect == wire::BanEffect::ban ? "desk.banned" : "desk.muted";
  remember(model, Done::Kind::ban, ban->id, model.state.messages.text(key, "name", ban->name), {}, effects);
  focus_selected(model, effects);
}

void make_rule(Model& model, std::string_view rule, Effects& effects) {
  QueueState& queue = model.state.queue;
  const wire::QueueItem* item = selected(model);
  const Verb verb = verb_of(rule);
  const auto kind = wire::parse_rule_kind(verb.name);
  const std::string name(rule);
  if (item == nullptr || !kind || !may_write(model) || queue.rules.count(name) != 0) return;
  queue.rules[name] = view::desk::RuleProgress::asked;
  ask(model, effects, {Part::queue, "rule", name}, Method::post, "rules",
      wire::encode(wire::NewRule{item->site, *kind, std::string(verb.argument)}));
}

void answer_rule(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  QueueState& queue = model.state.queue;
  const view::Messages& messages = model.state.messages;
  const auto made = is_success(answer) ? wire::decode_made_rule(answer.body) : tl::unexpected(failure_of(answer));
  if (!made) {
    queue.rules.erase(request.about);
    add_toast(model, effects, messages.text(error_info(made.error().code).message_key));
    model.state.toasts.back().trouble = true;
    return;
  }
  queue.rules[request.about] = view::desk::RuleProgress::made;
  const Verb verb = verb_of(request.about);
  std::string text = messages.text("desk.made_" + std::string(verb.name), "value", verb.argument);
  if (made->decision == 0) text = messages.text("desk.rule_known");
  if (made->waiting > 0) text += " " + messages.plural("desk.rule_waiting", made->waiting);
  remember(model, Done::Kind::rule, made->decision, std::move(text), request.about, effects);
}

} // namespace palabre::widget::desk

// Decisions on their way: one after the other, kept until the server has answered, also over a reload.
#include <algorithm>

#include "shared/wire/codec_desk.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_writer.h"
#include "widget/admin/queue_parts.h"

namespace palabre::widget::desk {
namespace {

constexpr std::string_view place = "outbox"; // in this browser's storage

void write_outgoing(wire::JsonWriter& writer, const Outgoing& outgoing) {
  writer.begin_object();
  writer.member("number", static_cast<std::int64_t>(outgoing.number));
  if (outgoing.kind == Outgoing::Kind::undo) {
    writer.member("undoes", static_cast<std::int64_t>(outgoing.undoes));
    writer.member("decision", outgoing.decision);
  }
  writer.member("decide", wire::encode(outgoing.decide));
  writer.end_object();
}

std::optional<Outgoing> read_outgoing(const wire::JsonValue& json) {
  const auto integer = [&](std::string_view name) -> std::int64_t {
    const wire::JsonValue* found = json.find(name);
    return found != nullptr && found->kind == wire::JsonKind::integer ? found->integer : 0;
  };
  const wire::JsonValue* text = json.find("decide");
  if (text == nullptr) return std::nullopt;
  auto decide = wire::decode_decide(text->text);
  const std::int64_t number = integer("number");
  if (!decide || number <= 0 || number > 0x7FFFFFFF) return std::nullopt;
  Outgoing outgoing;
  outgoing.number = static_cast<std::uint32_t>(number);
  outgoing.decide = *std::move(decide);
  if (json.find("undoes") != nullptr) {
    outgoing.kind = Outgoing::Kind::undo;
    outgoing.undoes = static_cast<std::uint32_t>(std::clamp<std::int64_t>(integer("undoes"), 0, 0x7FFFFFFF));
    outgoing.decision = integer("decision");
  }
  return outgoing;
}

void keep(Model& model, Effects& effects) {
  QueueMemory& memory = model.queue;
  model.state.queue.unsent = memory.outbox.size();
  if (memory.outbox.empty()) return effects.push_back(Store{std::string(place), std::nullopt});
  std::string json;
  wire::JsonWriter writer(json);
  writer.begin_object();
  writer.member("owner", memory.owner);
  writer.key("waiting");
  writer.begin_array();
  for (const Outgoing& outgoing : memory.outbox) write_outgoing(writer, outgoing);
  writer.end_array();
  writer.end_object();
  effects.push_back(Store{std::string(place), std::move(json)});
}

bool is_sent(const Request& request) {
  return request.part == Part::queue && request.purpose == "sent";
}

bool is_on_its_way(const Model& model) {
  const auto answered = [](const auto& entry) { return is_sent(entry.second); };
  return std::any_of(model.requests.begin(), model.requests.end(), answered) ||
         std::any_of(model.lapsed.begin(), model.lapsed.end(), is_sent);
}

// Later decisions are about what the earlier ones left.
void learn_revisions(Model& model, const wire::Decided& decided) {
  for (const wire::DecidedItem& item : decided.items) {
    model.queue.revisions[item.comment] = item.revision;
    for (Outgoing& outgoing : model.queue.outbox) {
      for (wire::Decide::Item& one : outgoing.decide.items) {
        if (one.comment == item.comment) one.revision = item.revision;
      }
    }
  }
}

void forget_beliefs(Model& model, const Outgoing& sent) {
  for (const wire::Decide::Item& one : sent.decide.items) {
    const bool again = std::any_of(model.queue.outbox.begin(), model.queue.outbox.end(), [&](const Outgoing& other) {
      return std::any_of(other.decide.items.begin(), other.decide.items.end(),
                         [&](const wire::Decide::Item& item) { return item.comment == one.comment; });
    });
    if (!again) model.queue.believed.erase(one.comment);
  }
}

bool is_passing(const Answer& answer) {
  return answer.status == 0 || answer.status == 408 || answer.status == 429 || answer.status >= 500;
}

void wait_and_repeat(Model& model, const Answer& answer, Effects& effects) {
  QueueMemory& memory = model.queue;
  model.state.offline = true;
  const int doubled = std::min(memory.failures++, 5);
  const std::int64_t seconds = std::max<std::int64_t>(answer.retry_after_s, std::int64_t{1} << doubled);
  effects.push_back(Wake{Duration::seconds(std::min<std::int64_t>(seconds, 60)), "outbox"});
}

// Not sent yet, and taken back again: nobody has to hear of either.
bool cancel(QueueMemory& memory, const Outgoing& undo, bool first_is_on_its_way) {
  const auto found = std::find_if(memory.outbox.begin(), memory.outbox.end(),
                                  [&](const Outgoing& one) { return one.number == undo.undoes; });
  if (undo.undoes == 0 || found == memory.outbox.end()) return false;
  if (found == memory.outbox.begin() && first_is_on_its_way) return false;
  const Outgoing gone = *found;
  memory.outbox.erase(found);
  return true;
}

} // namespace

std::uint32_t send_out(Model& model, Outgoing outgoing, Effects& effects) {
  QueueMemory& memory = model.queue;
  memory.owner = model.state.session->member.id.text();
  outgoing.number = ++memory.last_number;
  const std::uint32_t number = outgoing.number;
  const bool undoes = outgoing.kind == Outgoing::Kind::undo;
  if (undoes && cancel(memory, outgoing, is_on_its_way(model)))
    forget_beliefs(model, outgoing);
  else
    memory.outbox.push_back(std::move(outgoing));
  keep(model, effects);
  pump(model, effects);
  return number;
}

void restore_outbox(Model& model, const std::string& stored) {
  const auto json = wire::parse_json(stored, wire::ControlCharacters::kept);
  const wire::JsonValue* waiting = json ? json->find("waiting") : nullptr;
  const wire::JsonValue* owner = json ? json->find("owner") : nullptr;
  if (waiting == nullptr || owner == nullptr) return;
  model.queue.owner = owner->text;
  for (const wire::JsonValue& one : waiting->children) {
    auto outgoing = read_outgoing(one);
    if (!outgoing) continue;
    model.queue.last_number = std::max(model.queue.last_number, outgoing->number);
    model.queue.outbox.push_back(*std::move(outgoing));
  }
  model.state.queue.unsent = model.queue.outbox.size();
}

void pump(Model& model, Effects& effects) {
  QueueMemory& memory = model.queue;
  if (!model.state.session || memory.outbox.empty() || is_on_its_way(model)) return;
  if (memory.owner != model.state.session->member.id.text()) { // somebody else's, who is not here
    memory.outbox.clear();
    memory.done.clear();
    memory.believed.clear();
    return keep(model, effects);
  }
  const Outgoing& first = memory.outbox.front();
  if (first.kind == Outgoing::Kind::decide) {
    return ask(model, effects, {Part::queue, "sent"}, wire::Method::post, "decisions", wire::encode(first.decide));
  }
  if (first.decision > 0) {
    return ask(model, effects, {Part::queue, "sent"}, wire::Method::post,
               "decisions/" + std::to_string(first.decision) + "/undo", "{}");
  }
  const Outgoing undone = first; // nothing had been done that could be undone
  memory.outbox.pop_front();
  forget_beliefs(model, undone);
  keep(model, effects);
  pump(model, effects);
}

void answer_sent(Model& model, const Answer& answer, Effects& effects) {
  QueueMemory& memory = model.queue;
  if (memory.outbox.empty()) return;
  if (is_passing(answer)) return wait_and_repeat(model, answer, effects);
  memory.failures = 0;
  model.state.offline = false;
  const Outgoing sent = memory.outbox.front();
  memory.outbox.pop_front();
  const auto decided = is_success(answer) ? wire::decode_decided(answer.body) : tl::unexpected(failure_of(answer));
  if (decided) learn_revisions(model, *decided);
  forget_beliefs(model, sent);
  if (!decided)
    take_refused(model, sent, decided.error(), effects);
  else if (sent.kind == Outgoing::Kind::undo)
    take_undone(model, sent, *decided, effects);
  else
    take_decided(model, sent, *decided, effects);
  keep(model, effects);
  pump(model, effects);
}

} // namespace palabre::widget::desk

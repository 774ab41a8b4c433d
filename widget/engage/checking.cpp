// What the server counted and drew, done once more in the reader's own browser.
#include <algorithm>
#include <utility>

#include "shared/rules/ballots.h"
#include "shared/rules/draw.h"
#include "shared/view/engage/views.h"
#include "shared/wire/codec_posts.h"
#include "widget/engage/parts.h"

namespace palabre::widget::engage {
namespace {

using view::engage::Check;
using view::engage::Checking;
using view::engage::Item;
using view::engage::OwnLine;

bool is_answered(const Event& event) {
  return event.status >= 200 && event.status <= 299;
}

void finish(Check& check, std::optional<bool> agrees) {
  check.state = !agrees ? Checking::failed : *agrees ? Checking::agrees : Checking::differs;
}

void ask_published(Model& model, const Item& item, Asked what, const std::string& path, Effects& effects) {
  ask(model, {what, item.document.post.id, {}}, {0, wire::Method::get, "/api/v1/" + path}, effects);
}

std::string count_words(const Model& model, const Check& check) {
  if (check.state == Checking::failed) return model.state.messages.text("check.failed");
  return model.state.messages.plural(check.state == Checking::agrees ? "poll.agrees" : "poll.differs", check.counted);
}

// Without a receipt, and for who does not take part, there is no line to look for.
OwnLine own_line(const Item& item, const std::vector<std::string>& list) {
  const auto& entry = item.contest.entry;
  if (!entry || entry->receipt.empty()) return OwnLine::none;
  const std::string line = rules::entry_line(entry->number, entry->receipt, entry->name, entry->text);
  if (std::find(list.begin(), list.end(), line) != list.end()) return OwnLine::listed;
  return entry->state == EntryState::accepted ? OwnLine::missing : OwnLine::none;
}

std::string said_of(const Model& model, const Check& check) {
  const std::string own = view::engage::own_line_words(model.state.messages, check);
  return view::engage::proof_words(model.state.messages, check) + (own.empty() ? "" : " " + own);
}

} // namespace

void check_count(Model& model, Item& item, Effects& effects) {
  if (item.poll.check.state == Checking::asked) return;
  item.poll.check = {Checking::asked};
  ask_published(model, item, Asked::ballots, "polls/" + item.document.post.id.text() + "/ballots", effects);
}

// The server's count comes with the ballots it was made from: what is shown may be a moment older.
void take_ballots(Model& model, Item& item, const Event& event, Effects& effects) {
  Check check;
  const auto published = is_answered(event) ? wire::decode_published_ballots(event.body) : fail(ErrorCode::internal);
  if (published) {
    item.poll.named = published->named;
    for (const BallotCount& one : published->ballots) check.counted += one.count;
    const PollResult counted = rules::count_ballots(*item.document.post.poll, published->ballots);
    finish(check, counted == published->result);
    if (item.document.poll && item.document.poll->shown) item.document.poll->result = published->result;
  } else {
    finish(check, std::nullopt);
  }
  item.poll.check = check;
  effects.push_back(Announce{count_words(model, check)});
}

void check_draw(Model& model, Item& item, Effects& effects) {
  if (item.contest.check.state == Checking::asked) return;
  item.contest.check = {Checking::asked};
  if (!item.contest.entry) return ask_draw(model, item, effects);
  ask_own(model, item.document.post.id, effects, Asked::own_for_draw);
}

void ask_draw(Model& model, const Item& item, Effects& effects) {
  ask_published(model, item, Asked::draw, "contests/" + item.document.post.id.text() + "/draw", effects);
}

// The promises are those that this reader saw when entering, or that the page showed, not those that come with the
// answer.
void take_draw(Model& model, Item& item, const Event& event, Effects& effects) {
  Check check;
  const auto proof = is_answered(event) ? wire::decode_draw_proof(event.body) : fail(ErrorCode::internal);
  if (proof && item.document.contest && item.document.post.contest) {
    DrawProof held = *proof;
    const DrawProof& promised = item.document.contest->proof;
    const auto seen = model.promised.find(item.document.post.id);
    held.seed_hash = seen == model.promised.end() ? promised.seed_hash : seen->second;
    if (!promised.list_hash.empty()) held.list_hash = promised.list_hash;
    check.counted = static_cast<std::int64_t>(held.list.size());
    check.drawn = !promised.seed.empty() || !held.seed.empty();
    check.seed_fits = rules::hash_of_seed(held.seed) == held.seed_hash;
    check.list_fits = rules::hash_of_list(held.list) == held.list_hash;
    check.own = own_line(item, held.list);
    const auto finding = rules::verify_draw(held, item.document.post.contest->winners);
    finish(check, check.drawn ? finding == rules::DrawFinding::right : check.list_fits);
  } else {
    finish(check, std::nullopt);
  }
  item.contest.check = check;
  effects.push_back(Announce{said_of(model, check)});
}

} // namespace palabre::widget::engage

// A contest's list and draw, as anybody can check them.
#include <utility>

#include "shared/view/engage/parts.h"
#include "shared/view/engage/views.h"

namespace palabre::view::engage {
namespace {

NodePtr step(const State& state, const std::string& key, bool fits) {
  const std::string sign = fits ? "✓ " : "✗ ";
  return element(Role::list_item, {.key = key, .attributes = {style(fits ? "p-met" : "p-unmet")}},
                 {words(sign + state.messages.text("draw." + key) + " – " +
                        state.messages.text(fits ? "draw.fits" : "draw.fails"))});
}

NodePtr found_view(const State& state, const Item& item) {
  const Check& check = item.contest.check;
  if (check.state == Checking::not_asked) return nullptr;
  const std::string found = proof_words(state.messages, check);
  if (check.state == Checking::asked) return paragraph("p-hint", found, "said");
  if (check.state == Checking::failed) return paragraph("p-error", found, "said");
  const bool agrees = check.state == Checking::agrees;
  const std::string own = own_line_words(state.messages, check);
  const bool missing = check.own == OwnLine::missing;
  return element(
      Role::group, {.key = "said", .attributes = {style("p-steps")}},
      {element(Role::ordered_list, {.key = "steps"},
               {check.drawn ? step(state, "seed", check.seed_fits) : nullptr, step(state, "list", check.list_fits),
                check.drawn ? step(state, "winners", agrees) : nullptr}),
       paragraph(agrees ? "p-checked" : "p-error", found, "all"),
       own.empty() ? nullptr : paragraph(missing ? "p-error" : "p-checked", own, "own")});
}

std::vector<std::vector<std::string>> hashes(const Messages& messages, const DrawProof& proof) {
  std::vector<std::vector<std::string>> rows;
  if (!proof.seed_hash.empty()) rows.push_back({messages.text("draw.seed_hash"), proof.seed_hash});
  if (!proof.list_hash.empty()) rows.push_back({messages.text("draw.list_hash"), proof.list_hash});
  if (!proof.seed.empty()) rows.push_back({messages.text("draw.the_seed"), proof.seed});
  return rows;
}

} // namespace

std::string proof_words(const Messages& messages, const Check& check) {
  const bool agrees = check.state == Checking::agrees;
  switch (check.state) {
  case Checking::not_asked: return {};
  case Checking::asked: return messages.text("check.asked");
  case Checking::failed: return messages.text("check.failed");
  case Checking::agrees:
  case Checking::differs: break;
  }
  if (!check.drawn) return messages.plural(agrees ? "draw.list_right" : "draw.list_wrong", check.counted);
  return messages.plural(agrees ? "draw.right" : "draw.wrong", check.counted);
}

std::string own_line_words(const Messages& messages, const Check& check) {
  if (check.own == OwnLine::none) return {};
  return messages.text(check.own == OwnLine::listed ? "draw.own_listed" : "draw.own_missing");
}

NodePtr proof_view(const State& state, const Item& item) {
  if (!item.document.contest) return nullptr;
  const DrawProof& proof = item.document.contest->proof;
  auto rows = hashes(state.messages, proof);
  if (rows.empty()) return nullptr;
  const bool by_draw = item.document.post.contest->choosing == Choosing::draw;
  const std::string title = state.messages.text(by_draw ? "draw.proof" : "draw.list_proof");
  const bool checkable = state.means == Means::module && !proof.list_hash.empty();
  return element(Role::details, {.key = "proof", .attributes = {style("p-table p-proof")}},
                 {element(Role::summary, {}, {words(title)}),
                  table(title, {state.messages.text("draw.what"), "SHA-256"}, std::move(rows)),
                  checkable ? press("check", PaintKind::quiet_button,
                                    state.messages.text(proof.seed.empty() ? "draw.check_list" : "draw.check"),
                                    {ActionKind::desk_press, verb("draw", item)})
                            : nullptr,
                  found_view(state, item)});
}

} // namespace palabre::view::engage

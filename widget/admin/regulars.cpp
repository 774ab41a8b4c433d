// Who takes part most.
#include "shared/wire/people.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {
namespace {

std::string shown_site(const Model& model) {
  if (!model.state.frame.site.empty()) return model.state.frame.site;
  const auto& sites = model.state.session->sites;
  return sites.empty() ? std::string() : sites.front().name;
}

} // namespace

void enter_regulars(Model& model, const Place&, Effects& effects) {
  view::desk::RegularsState& state = model.state.regulars;
  const std::string site = shown_site(model);
  if (state.site != site) state.regulars.reset();
  state.site = site;
  state.error.reset();
  if (site.empty()) {
    state.regulars.emplace();
    return;
  }
  ask(model, effects, {Part::regulars, "regulars", site}, wire::Method::get,
      "sites/" + wire::percent_encode(site) + "/regulars");
}

void answer_regulars(Model& model, const Request& request, const Answer& answer, Effects&) {
  view::desk::RegularsState& state = model.state.regulars;
  if (request.about != state.site) return;
  auto regulars = is_success(answer) ? wire::decode_regulars(answer.body) : tl::unexpected(failure_of(answer));
  if (regulars)
    state.regulars = *std::move(regulars);
  else
    state.error = regulars.error();
}

} // namespace palabre::widget::desk

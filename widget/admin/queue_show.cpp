// "Show in page": the comment where readers see it, and for who may decide the right to do so there.
#include "shared/text/markdown.h"
#include "shared/wire/codec_desk.h"
#include "widget/admin/queue_parts.h"

namespace palabre::widget::desk {
namespace {

std::string address_of(const wire::QueueItem& item) {
  const bool known = text::is_web_address(item.page_url);
  return known ? item.page_url : wire::plain_thread_url(item.site, item.page);
}

std::string without_fragment(const std::string& url) {
  return url.substr(0, url.find('#'));
}

// "https://blog.example:8443" of "https://blog.example:8443/a?b#c"; empty: no such address.
std::string origin_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string::npos) return {};
  return url.substr(0, url.find_first_of("/?#", scheme + 3));
}

bool may_decide(const Model& model) {
  return model.state.session && may(model.state.session->member.role, MemberRole::moderator);
}

} // namespace

void show_in_page(Model& model, Effects& effects) {
  const wire::QueueItem* item = view::desk::selected_item(model.state.queue);
  if (item == nullptr) return;
  const std::string address = without_fragment(address_of(*item));
  const std::string id = item->comment.id.text();
  const std::string origin = origin_of(address);
  if (origin.empty() || !may_decide(model)) {
    effects.push_back(Open{address + "#palabre-" + id});
    return;
  }
  ask(model, effects, {Part::queue, "show", id + " " + address}, wire::Method::post, "inline",
      wire::encode(wire::NewInlineCode{item->site, address, origin}));
}

// Without a code the page is shown as readers see it.
void answer_show(const Request& request, const Answer& answer, Effects& effects) {
  const std::size_t space = request.about.find(' ');
  if (space == std::string::npos) return;
  const std::string id = request.about.substr(0, space);
  const std::string address = request.about.substr(space + 1);
  const auto code = is_success(answer) ? wire::decode_inline_code(answer.body) : tl::unexpected(failure_of(answer));
  effects.push_back(Open{address + (code ? "#palabre-moderate=" + code->code + "." + id : "#palabre-" + id)});
}

} // namespace palabre::widget::desk

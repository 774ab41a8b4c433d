// Votes and reactions without script: forms of the plain page.
#include <algorithm>

#include "server/http/plain_part.h"
#include "server/http/plain_thread.h"
#include "server/http/reader_cookie.h"
#include "server/service/marks.h"
#include "server/service/tokens.h"
#include "shared/view/marks_view.h"
#include "shared/view/parts.h"

namespace palabre::http {
namespace {

// What the reader has there is taken back, anything else is put.
Expected<wire::MarkAnswer> press(const Environment& environment, const PlainTarget& target,
                                 const view::MarkTarget& mark, const service::Visitor& visitor) {
  const auto own = service::own_marks(environment.context, target.site, target.query.page,
                                      service::hash_of_reader(environment.context, visitor.reader_token));
  if (!own) return tl::unexpected(own.error());
  const bool of_page = mark.id == view::page_marks_id;
  auto action = service::MarkAction::put;
  for (const wire::OwnMarks& one : *own) {
    const bool here = one.comment.value_or(view::page_marks_id) == mark.id;
    if (here && std::find(one.names.begin(), one.names.end(), mark.name) != one.names.end()) {
      action = service::MarkAction::drop;
    }
  }
  if (of_page) {
    return service::mark_page(environment.context, target.site, target.query.page, mark.name, action, visitor);
  }
  const auto site = service::site_of_comment(environment.context, mark.id);
  if (!site) return tl::unexpected(site.error());
  if (*site != target.site.id) return fail(ErrorCode::unknown_comment, "mark");
  return service::mark_comment(environment.context, mark.id, mark.name, action, visitor);
}

} // namespace

Response show_own(const Environment& environment, const PlainTarget& target, std::size_t pages,
                  const std::optional<CommentId>& reply, const service::Visitor& reader,
                  const std::optional<Error>& error) {
  auto state = read_state(environment, target, pages);
  if (!state) return problem(state.error());
  state->replying_to = reply;
  const auto own = service::own_marks(environment.context, target.site, target.query.page,
                                      service::hash_of_reader(environment.context, reader.reader_token));
  if (!own) return problem(own.error());
  for (const wire::OwnMarks& one : *own) state->own_marks[one.comment.value_or(view::page_marks_id)] = one.names;
  if (error) state->notice = view::error_text(*error, state->messages);
  return show_state(environment, target, *state, reader, error ? error_info(error->code).status : 200);
}

Response post_mark(Environment& environment, const PlainTarget& target, const Request& request,
                   const std::string& text) {
  const auto mark = view::parse_mark(text);
  if (!mark) return problem(ErrorCode::unknown_field_value, "mark");
  service::Visitor visitor = plain_visitor(environment, request, reader_cookie(request));
  const bool is_new = visitor.reader_token.empty();
  if (is_new) visitor.reader_token = new_reader_token();
  auto allowed = take_mark(environment, request);
  const auto pressed = allowed ? press(environment, target, *mark, visitor)
                               : Expected<wire::MarkAnswer>(tl::unexpected(allowed.error()));
  if (!pressed) return show_own(environment, target, 1, std::nullopt, visitor, pressed.error());
  environment.documents.changed(target.site.id, target.query.page); // a form's answer is the page itself
  const bool of_page = mark->id == view::page_marks_id;
  Response response = see_other(target, of_page ? "thread" : mark->id.text());
  if (is_new) {
    set_reader_cookie(response, visitor.reader_token, is_over_tls(request, environment.trusted_proxies));
  }
  return response;
}

} // namespace palabre::http

// The plain HTML thread: read and written without script
#include "server/http/handlers.h"
#include "server/http/plain_page.h"
#include "server/http/plain_part.h"
#include "server/http/plain_thread.h"
#include "server/http/reader_cookie.h"
#include "server/http/thread_query.h"

#include <array>

#include <sodium.h>
#include <spdlog/spdlog.h>

#include "server/http/desk/desk.h"
#include "shared/text/utf8.h"

namespace palabre::http {
namespace {

Expected<std::optional<CommentId>> decode_comment(const Parameters& parameters, const std::string& name) {
  const std::string text = parameters.get(name);
  if (text.empty()) return std::optional<CommentId>{};
  const auto id = CommentId::parse(text);
  if (!id) return fail(ErrorCode::unknown_parent, name);
  return id;
}

Expected<wire::PostComment> decode_form(const PlainTarget& target, const Parameters& form) {
  wire::PostComment message;
  message.site = target.site.name;
  message.page = target.query.page;
  message.url = form.get("url");
  message.title = form.get("title");
  message.draft = {form.get("name"), form.get("email"), form.get("website"), form.get("body")};
  message.proof = "1;;" + form.get("subject"); // the trap; how long it took to write, nobody saw
  auto parent = decode_comment(form, "parent");
  if (!parent) return tl::unexpected(parent.error());
  message.parent = *parent;
  return message;
}

// A button that is clicked twice sends the form twice, from the same place and from the same state of the page.
std::string key_of_form(const Environment& environment, const Request& request, const Parameters& form) {
  constexpr std::size_t longest_version = 20; // digits of any number
  const std::string version = form.get("version");
  if (version.empty() || version.size() > longest_version) return {};
  const Address client = client_address(request, environment.trusted_proxies).network();
  std::array<char, 2 * sizeof client.bytes + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), client.bytes.data(), client.bytes.size());
  return "form:" + version + ":" + hex.data();
}

// Whoever writes is known again, so that what they wrote counts as theirs in a contest. A form on another site comes
// without the cookie that a reader may have: a new one would take its place.
service::Visitor writer_of_form(Environment& environment, const Request& request, const Site& site) {
  service::Visitor writer = desk::writer_of(environment, request, site.name);
  writer.reader_token = reader_cookie(request);
  const bool may_know = request.header("Sec-Fetch-Site") != "cross-site";
  if (writer.reader_token.empty() && may_know) writer.reader_token = new_reader_token();
  return writer;
}

// What may be shown again. The characters that no text field takes would make the page's own markup invalid, and being
// invisible they are best dropped for a writer who sends the same text again.
std::string presentable(std::string_view text) {
  std::string out;
  while (const auto at = text::find_forbidden(text)) {
    out.append(text.substr(0, *at));
    const std::size_t length = text::prefix_of(text.substr(*at), 1).size();
    text.remove_prefix(*at + length);
  }
  return out.append(text);
}

rules::Draft presentable(const rules::Draft& draft) {
  return {presentable(draft.name), presentable(draft.email), presentable(draft.website), presentable(draft.body)};
}

Response show_again(const Environment& environment, const PlainTarget& target, const Request& request,
                    const wire::PostComment& message, const std::optional<Error>& error = std::nullopt) {
  auto state = read_state(environment, target);
  if (!state) return problem(state.error());
  view::Composer& composer = state->composers["new"];
  composer.draft = presentable(message.draft);
  composer.error = error;
  state->replying_to = message.parent;
  const auto visitor = plain_visitor(environment, request, reader_cookie(request));
  Response response = show_state(environment, target, *state, visitor, error ? error_info(error->code).status : 200);
  if (error && error->retry_after_s > 0) response.set("Retry-After", std::to_string(error->retry_after_s));
  return response;
}

} // namespace

Response get_plain_thread(Environment& environment, const Call& call) {
  const auto target = decode_target(environment, call);
  if (!target) return problem(target.error());
  const auto reply = decode_comment(call.query, "reply");
  if (!reply) return problem(reply.error());
  const auto pages = service::pages_asked(environment.context, target->site, target->query);
  if (!pages) return problem(pages.error());
  const auto visitor = plain_visitor(environment, call.request, reader_cookie(call.request));
  if (!visitor.reader_token.empty()) return show_own(environment, *target, *pages, *reply, visitor);
  const std::string variant = variant_of("plain", target->query, *pages) + "\n" + target->asked_language + "\n" +
                              (*reply ? (*reply)->text() : "") + "\n" +
                              (target->welcome ? target->welcome->text() : "");
  const auto document =
      environment.documents.get(target->site.id, target->query.page, variant, [&]() -> Expected<Rendered> {
        auto state = read_state(environment, *target, *pages);
        if (!state) return tl::unexpected(state.error());
        state->replying_to = *reply;
        return print_page(environment, *target, *state, {}, "public, max-age=0, must-revalidate");
      });
  if (!document) return problem(document.error());
  return respond_document(*document, call.request);
}

Response post_plain(Environment& environment, const Call& call) {
  const auto target = decode_target(environment, call);
  if (!target) return problem(target.error());
  if (auto allowed = check_form_origin(target->site, call.request); !allowed) return problem(allowed.error());
  const auto form = parse_parameters(call.request.body, Lines::allowed);
  if (!form) return problem(form.error());
  if (const std::string* mark = form->find("mark")) return post_mark(environment, *target, call.request, *mark);
  const auto message = decode_form(*target, *form);
  if (!message) return problem(message.error());
  // A form on its way from the article's page to this one: to another order or into a reply.
  if (!form->get("show").empty()) return show_again(environment, *target, call.request, *message);
  if (auto allowed = take_write(environment, call.request); !allowed) {
    return show_again(environment, *target, call.request, *message, allowed.error());
  }
  const std::string key = key_of_form(environment, call.request, *form);
  const service::Visitor writer = writer_of_form(environment, call.request, target->site);
  const auto posted = service::post_comment(environment.context, target->site, *message, key, writer);
  if (!posted) return show_again(environment, *target, call.request, *message, posted.error());
  spdlog::info("event=comment_posted id={}", posted->comment.id.value);
  PlainTarget back = *target;
  if (!posted->welcome.empty()) back.welcome = posted->comment.id;
  Response response = see_other(back, posted->comment.id.text());
  if (!writer.reader_token.empty() && reader_cookie(call.request).empty()) {
    set_reader_cookie(response, writer.reader_token, is_over_tls(call.request, environment.trusted_proxies));
  }
  return response;
}

} // namespace palabre::http

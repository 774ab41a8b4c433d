// GET posts and polls, PUT ballots
#include "server/http/handlers.h"

#include <spdlog/spdlog.h>

#include "server/http/shown_posts.h"
#include "server/service/polls.h"
#include "shared/view/catalogues/built_in.h"
#include "shared/view/engage/views.h"
#include "shared/wire/codec_posts.h"

namespace palabre::http {
namespace {

constexpr const char* document_headers = "Content-Type: application/json\r\nX-Content-Type-Options: nosniff\r\n"
                                         "Cache-Control: public, max-age=0, must-revalidate\r\n"
                                         "Vary: Accept-Encoding, Origin\r\n";

struct Wanted {
  bool html{false};
  std::string lang{}; // a catalogue's name; empty without words

  [[nodiscard]] std::string variant(std::string_view kind) const { return std::string(kind) + "\n" + lang; }
};

Expected<Wanted> read_wanted(const Parameters& query) {
  Wanted wanted;
  if (const std::string* html = query.find("html")) {
    if (*html != "0" && *html != "1") return fail(ErrorCode::unknown_field_value, "html");
    wanted.html = *html == "1";
  }
  if (wanted.html) wanted.lang = view::to_name(view::language_of(query.get("lang")));
  return wanted;
}

Expected<Rendered> render(Expected<service::ShownPosts> shown, const Wanted& wanted, view::engage::Place place) {
  if (!shown) return tl::unexpected(shown.error());
  if (wanted.html) shown->list.html = html_of_posts(shown->list, wanted.lang, place);
  return Rendered{wire::encode(shown->list), document_headers, shown->changes};
}

Response respond_private(std::string body) {
  Response response = respond(200, "application/json", std::move(body));
  response.set("Cache-Control", "no-store, private");
  return response;
}

} // namespace

std::string html_of_posts(const wire::PostList& list, const std::string& lang, view::engage::Place place) {
  if (list.posts.empty()) return {};
  return view::engage::posts_html(list.posts, list.now, view::engage_messages(view::language_of(lang)), place);
}

Response get_posts(Environment& environment, const Call& call) {
  for (const char* name : {"site", "page"}) {
    if (call.query.get(name).empty()) return problem(ErrorCode::missing_field, name);
  }
  const auto site = open_site(environment, call.request, call.query.get("site"));
  if (!site) return problem(site.error());
  const auto page = check_page_key(environment, call.query.get("page"));
  if (!page) return problem(page.error());
  const auto wanted = read_wanted(call.query);
  if (!wanted) return problem(wanted.error());
  const auto document = environment.documents.get(site->id, *page, wanted->variant("posts"), [&] {
    return render(service::posts_of_page(environment.context, *site, *page), *wanted, view::engage::Place::thread);
  });
  return document ? respond_document(*document, call.request) : problem(document.error());
}

Response get_post(Environment& environment, const Call& call) {
  const auto post = open_post(environment, call);
  if (!post) return problem(post.error());
  const auto wanted = read_wanted(call.query);
  if (!wanted) return problem(wanted.error());
  const auto document = environment.documents.get(post->site.id, post_page(post->id), wanted->variant("post"), [&] {
    return render(service::read_post(environment.context, post->id), *wanted, view::engage::Place::alone);
  });
  return document ? respond_document(*document, call.request) : problem(document.error());
}

Response get_own_part(Environment& environment, const Call& call) {
  const auto post = open_post(environment, call);
  if (!post) return problem(post.error());
  const auto part = service::own_part(environment.context, post->id, visitor_of(environment, call.request));
  return part ? respond_private(wire::encode(*part)) : problem(part.error());
}

Response put_ballot(Environment& environment, const Call& call) {
  const auto message = wire::decode_cast_ballot(call.request.body);
  if (!message) return problem(message.error());
  const auto post = open_post(environment, call);
  if (!post) return problem(post.error());
  if (auto allowed = take_ballot(environment, call.request); !allowed) return problem(allowed.error());
  const auto receipt =
      service::cast_ballot(environment.context, post->site, post->id, *message, visitor_of(environment, call.request));
  if (!receipt) return problem(receipt.error());
  spdlog::debug("event=ballot_cast id={}", post->id.value);
  return respond_private(wire::encode(*receipt));
}

Response delete_ballot(Environment& environment, const Call& call) {
  const auto post = open_post(environment, call);
  if (!post) return problem(post.error());
  if (auto allowed = take_ballot(environment, call.request); !allowed) return problem(allowed.error());
  const auto part =
      service::withdraw_ballot(environment.context, post->site, post->id, visitor_of(environment, call.request));
  return part ? respond_private(wire::encode(*part)) : problem(part.error());
}

Response get_ballots(Environment& environment, const Call& call) {
  const auto post = open_post(environment, call);
  if (!post) return problem(post.error());
  const auto many = service::has_many_ballots(environment.context, post->id);
  if (!many) return problem(many.error());
  // Each ballot drops the post's own page; where there are many, theirs waits for the pace of the site's pages.
  const std::string page = *many ? "\nballots/" + post->id.text() : post_page(post->id);
  const auto document = environment.documents.get(post->site.id, page, "ballots", [&]() -> Expected<Rendered> {
    const auto shown = service::read_post(environment.context, post->id);
    if (!shown) return tl::unexpected(shown.error());
    const auto ballots = service::published_ballots(environment.context, post->id);
    if (!ballots) return tl::unexpected(ballots.error());
    return Rendered{wire::encode(*ballots), document_headers, shown->changes};
  });
  return document ? respond_document(*document, call.request) : problem(document.error());
}

} // namespace palabre::http

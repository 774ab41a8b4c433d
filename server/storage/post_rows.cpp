#include "server/storage/post_rows.h"

#include <stdexcept>

#include "shared/wire/codec_posts.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

const std::string columns =
    "select p.id, p.site, s.name, p.opens, p.details, p.revision, coalesce((select cast_ballots from poll_total t"
    " where t.post = p.id), (select count(*) from entry e where e.post = p.id)), (select drawn from contest c where "
    "c.post = p.id)"
    " from post p join site s on s.id = "
    "p.site";

struct PostRow {
  std::int64_t id{0};
  std::int64_t site{0};
  std::string name;
  std::int64_t opens{0};
  soci::indicator opens_null{soci::i_null};
  std::string details;
  std::int64_t revision{0};
  std::int64_t ballots{0};
  std::int64_t drawn{0};
  soci::indicator drawn_null{soci::i_null};

  [[nodiscard]] StoredPost to_stored() const {
    auto post = wire::decode_post(details);
    if (!post) throw std::runtime_error("the details of post " + std::to_string(id) + " cannot be read");
    StoredPost stored{*std::move(post), SiteId{site}, {}, ballots};
    stored.post.id = PostId{id};
    stored.post.site = name;
    stored.post.revision = revision;
    if (opens_null == soci::i_ok) stored.opens = Instant{opens};
    if (drawn_null == soci::i_ok) stored.drawn = Instant{drawn};
    return stored;
  }
};

} // namespace

std::vector<StoredPost> read_posts(soci::session& sql, const std::string& tail,
                                   const std::function<void(soci::details::prepare_temp_type&)>& bind) {
  PostRow row;
  auto prepared = prepare(sql, columns + tail);
  prepared, into(row.id), into(row.site), into(row.name), into(row.opens, row.opens_null), into(row.details),
      into(row.revision), into(row.ballots), into(row.drawn, row.drawn_null);
  bind(prepared);
  std::vector<StoredPost> posts;
  Statement statement(prepared);
  statement.each([&] { posts.push_back(row.to_stored()); });
  return posts;
}

std::optional<StoredPost> read_post(soci::session& sql, PostId id) {
  auto posts = read_posts(sql, " where p.id = :id", [&](auto& prepared) { prepared, use(id.value); });
  if (posts.empty()) return std::nullopt;
  return std::move(posts.front());
}

} // namespace palabre::storage

#include "server/storage/people_read.h"

namespace palabre::storage {

using soci::into;
using soci::use;

std::map<CommentId, rules::Standing> read_standings(ReadSession& session, SiteId site, const std::string& page,
                                                    CommentId low, CommentId high) {
  std::map<CommentId, rules::Standing> standings;
  session.find_page.site = site.value;
  session.find_page.page_key = page;
  if (!session.find_page.statement.run()) return standings;
  std::int64_t id = 0;
  rules::Standing standing;
  Statement list((prepare(*session.connection,
                          "select c.id, s.first, s.last, s.published, s.helpful from comment c join standing s"
                          " on s.site = c.site and s.reader = c.reader where c.page = :page and c.id >= :low"
                          " and c.id <= :high and c.reader <> '' and c.member is null and c.state = 'published'"),
                  into(id), into(standing.first.milliseconds), into(standing.last.milliseconds),
                  into(standing.published), into(standing.helpful), use(session.find_page.id), use(low.value),
                  use(high.value)));
  list.each([&] { standings[CommentId{id}] = standing; });
  return standings;
}

std::vector<wire::Regular> read_regulars(ReadSession& session, SiteId site, std::size_t limit) {
  std::vector<wire::Regular> regulars;
  std::string reader;
  std::string name;
  rules::Standing standing;
  const auto most = static_cast<std::int64_t>(limit);
  Statement list((prepare(*session.connection, "select reader, name, first, last, published, helpful from standing"
                                               " where site = :site and published > 0"
                                               " order by published desc, last desc limit :limit"),
                  into(reader), into(name), into(standing.first.milliseconds), into(standing.last.milliseconds),
                  into(standing.published), into(standing.helpful), use(site.value), use(most)));
  list.each([&] {
    regulars.push_back({"r" + reader, name, standing.published, standing.helpful, standing.first, standing.last,
                        rules::badges_for(standing)});
  });
  return regulars;
}

bool read_is_first(ReadSession& session, const CommentWriter& writer, CommentId comment) {
  const bool known = !writer.reader.empty();
  if (!known && writer.network.empty()) return true;
  const std::string who = known ? "c.reader = :who and c.reader <> '' and (:name = :name)"
                                : "c.network = :who and c.network <> '' and c.reader = '' and c.author_name = :name";
  std::int64_t found = 0;
  const std::string& hash = known ? writer.reader : writer.network;
  Statement find((prepare(*session.connection,
                          "select c.id from comment c where c.site = :site and " + who + " and c.id <> :id limit 1"),
                  into(found), use(writer.site.value, "site"), use(hash, "who"), use(writer.name, "name"),
                  use(comment.value, "id")));
  return !find.run();
}

std::vector<StaffAnswer> read_answers(ReadSession& session, SiteId site, Instant since, std::size_t limit) {
  std::vector<StaffAnswer> answers;
  StaffAnswer answer;
  const auto most = static_cast<std::int64_t>(limit);
  Statement list((prepare(*session.connection,
                          "select c.id, c.author_name, p.author_name, c.body, c.created from comment c"
                          " join comment p on p.id = c.parent where c.site = :site and c.member is not null"
                          " and c.created >= :since and c.state = 'published' order by c.created desc limit :limit"),
                  into(answer.comment.value), into(answer.by), into(answer.to), into(answer.body),
                  into(answer.at.milliseconds), use(site.value), use(since.milliseconds), use(most)));
  list.each([&] { answers.push_back(answer); });
  return answers;
}

bool read_is_poll(ReadSession& session, SiteId site, PostId poll) {
  std::int64_t found = 0;
  Statement find((prepare(*session.connection, "select id from post where id = :id and site = :site and kind = 'poll'"),
                  into(found), use(poll.value), use(site.value)));
  return find.run();
}

std::vector<wire::SavedReply> read_saved_replies(ReadSession& session, MemberId member) {
  std::vector<wire::SavedReply> replies;
  wire::SavedReply reply;
  std::int64_t shared = 0;
  Statement list(
      (prepare(*session.connection, "select id, title, body, case when member is null then 1 else 0 end, revision"
                                    " from saved_reply where member is null or member = :member order by title, id"),
       into(reply.id), into(reply.title), into(reply.body), into(shared), into(reply.revision), use(member.value)));
  list.each([&] {
    reply.shared = shared != 0;
    replies.push_back(reply);
  });
  return replies;
}

} // namespace palabre::storage

#include "tests/service/world.h"

namespace palabre::test {

World::World()
    : store_(must(storage::open_sqlite(directory_.path()))),
      site(must(store_->put_site("blog", {"https://blog.example"}))), context{*store_, rules::Limits{},
                                                                              must(store_->secret()),
                                                                              [this] { return now; },
                                                                              [this](SiteId, const std::string& page) {
                                                                                changes.push_back(page);
                                                                              }} {
  context.counts_pace = false; // tests of it say so
}

wire::PostComment World::message(const std::string& body) const {
  wire::PostComment message;
  message.site = "blog";
  message.page = "/a";
  message.url = "https://blog.example/a";
  message.title = "A page";
  message.draft.name = "Zoé";
  message.draft.email = "zoe@example.org";
  message.draft.body = body;
  return message;
}

Expected<wire::PostedComment> World::post(const wire::PostComment& message, const std::string& key) {
  return service::post_comment(context, site, message, key);
}

wire::PostedComment World::post(const std::string& body) {
  return must(post(message(body)));
}

ThreadPage World::thread(const std::string& page) const {
  wire::ThreadQuery query;
  query.page = page;
  query.sort = SortOrder::oldest;
  return must(service::read_thread(context, site, query));
}

} // namespace palabre::test

#include "tests/service/world.h"

#include <cstdlib>
#include <filesystem>

namespace palabre::test {
namespace {

std::string make_directory() {
  std::string pattern = (std::filesystem::temp_directory_path() / "palabre-service-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
  return pattern;
}

} // namespace

World::World()
    : directory_(make_directory()), store_(must(storage::open_sqlite(directory_))),
      site(must(store_->put_site("blog", {"https://blog.example"}))), context{*store_, rules::Limits{},
                                                                              must(store_->secret()),
                                                                              [this] { return now; },
                                                                              [this](SiteId, const std::string& page) {
                                                                                changes.push_back(page);
                                                                              }} {}

World::~World() {
  store_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
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

// palabre site policy NAME …, palabre site decide NAME COMMENT …
#include <iostream>
#include <memory>

#include "server/cli/clock.h"
#include "server/cli/command.h"
#include "server/cli/policy_file.h"
#include "server/http/knowledge.h"
#include "server/service/moderation.h"

namespace palabre::cli {
namespace {

struct Options {
  DataOptions data;
  std::string site;
  std::string preset;
  std::string file;
  std::string page;
  std::string comment;
  bool show{false};
  bool remove{false};
  bool spam{false}, ham{false}, publish{false}, hide{false}, hold{false};
};

// The store and the site that a command is about, with the use cases' context.
struct Opened {
  std::unique_ptr<storage::Store> store;
  SiteId site;
  service::Context context;
};

Expected<Opened> open(const Options& options) {
  auto store = storage::open_sqlite(options.data.directory);
  if (!store) return tl::unexpected(store.error());
  const auto sites = (*store)->sites();
  if (!sites) return tl::unexpected(sites.error());
  const auto secret = (*store)->secret();
  if (!secret) return tl::unexpected(secret.error());
  for (const Site& site : *sites) {
    if (site.name != options.site) continue;
    storage::Store& opened = **store;
    return Opened{
        *std::move(store), site.id,
        service::Context{
            opened, {}, *secret, clock_now, {}, std::make_shared<service::RuleBook>(http::built_in_knowledge())}};
  }
  return fail(ErrorCode::unknown_site, {},
              "There is no site `" + options.site + "` in " + options.data.directory +
                  "; `palabre site list` names them.");
}

Expected<rules::Policy> change(const Opened& opened, const Options& options) {
  const service::Context& context = opened.context;
  if (!options.preset.empty()) {
    const auto present = service::find_policy(context, opened.site);
    if (!present) return present;
    return service::set_policy(context, opened.site, options.page, "{\"preset\":\"" + options.preset + "\"}", *present);
  }
  if (options.remove) return service::set_policy(context, opened.site, options.page, "");
  const auto json = read_text_file(options.file);
  if (!json) return tl::unexpected(json.error());
  auto policy = service::set_policy(context, opened.site, options.page, *json);
  if (policy || policy.error().code == ErrorCode::storage_unavailable) return policy;
  return fail(ErrorCode::unknown_field_value, {},
              options.file + ": " + words_of_policy_error(policy.error()) + " The policy stays as it was.");
}

int set_policy(const Options& options) {
  if (options.remove && options.page.empty())
    return complain(misused, "--remove is for one page: say which with --page.");
  const auto opened = open(options);
  if (!opened) return complain(failed, opened.error().detail);
  const bool changes = !options.preset.empty() || !options.file.empty() || options.remove;
  const auto policy =
      changes ? change(*opened, options) : service::find_policy(opened->context, opened->site, options.page);
  if (!policy) {
    const bool misunderstood = policy.error().code != ErrorCode::storage_unavailable;
    return complain(misunderstood ? misused : failed, policy.error().detail);
  }
  std::cout << wire::encode(*policy) << '\n';
  return done;
}

wire::DeskAction action_of(const Options& options) {
  if (options.spam) return wire::DeskAction::spam;
  if (options.hide) return wire::DeskAction::hide;
  return options.publish || options.ham ? wire::DeskAction::approve : wire::DeskAction::hold;
}

Expected<void> decide(const Opened& opened, const Options& options, CommentId id) {
  const auto site = service::site_of_comment(opened.context, id);
  if (!site) return tl::unexpected(site.error());
  if (!(*site == opened.site)) return fail(ErrorCode::unknown_comment);
  const auto decided = service::decide_comment(opened.context, id, action_of(options));
  if (!decided) return tl::unexpected(decided.error());
  return {};
}

int decide_comment(const Options& options) {
  const auto id = CommentId::parse(options.comment);
  if (!id) return complain(misused, "`" + options.comment + "` is no comment's number.");
  const auto opened = open(options);
  if (!opened) return complain(failed, opened.error().detail);
  const auto decided = decide(*opened, options, *id);
  if (decided) return done;
  if (decided.error().code != ErrorCode::unknown_comment) return complain(failed, decided.error().detail);
  return complain(failed, "The site `" + options.site + "` has no comment " + options.comment + ".");
}

} // namespace

void add_site_policy(CLI::App& site, int& status) {
  const auto options = std::make_shared<Options>(); // lives as long as the callbacks
  CLI::App* policy = site.add_subcommand("policy", "Show or change what a site does with comments");
  policy->add_option("name", options->site, "The site")->required()->type_name("NAME");
  CLI::Option_group* change = policy->add_option_group("change", "One of these; none shows the policy");
  change->add_option("--preset", options->preset, "Keeps the lists")
      ->check(CLI::IsMember({"open", "careful", "locked_down"}));
  change->add_option("--file", options->file, "What differs from the preset careful, of a page from the site's (JSON)")
      ->type_name("FILE");
  change->add_flag("--remove", options->remove, "With --page: the page follows the site again");
  change->add_flag("--show", options->show, "Print the policy");
  change->require_option(0, 1);
  policy->add_option("--page", options->page, "Of this page alone")->type_name("KEY");
  add_data_options(*policy, options->data);
  policy->callback([options, &status] { status = set_policy(*options); });

  CLI::App* decide = site.add_subcommand("decide", "Decide on a comment as a moderator does");
  decide->add_option("name", options->site, "The site")->required()->type_name("NAME");
  decide->add_option("comment", options->comment, "Its number, as in links to it")->required()->type_name("COMMENT");
  CLI::Option_group* what = decide->add_option_group("decision", "One of these");
  what->add_flag("--spam", options->spam, "Held, and learned as spam");
  what->add_flag("--ham", options->ham, "Published, and learned as no spam");
  what->add_flag("--publish", options->publish, "The same");
  what->add_flag("--hide", options->hide, "Folded behind a reason");
  what->add_flag("--hold", options->hold, "Seen by its author only");
  what->require_option(1);
  add_data_options(*decide, options->data);
  decide->callback([options, &status] { status = decide_comment(*options); });
}

} // namespace palabre::cli

// palabre owner create, palabre owner reset EMAIL
#include <iostream>
#include <memory>

#include "server/cli/clock.h"
#include "server/cli/command.h"
#include "server/cli/desk_link.h"
#include "server/service/origin.h"
#include "server/service/team.h"
#include "server/storage/store.h"

namespace palabre::cli {
namespace {

struct OwnerOptions {
  DataOptions data;
  std::string origin{"http://127.0.0.1:8080"};
  std::string email;
};

const storage::Actor command_line{std::nullopt, "command line"};

// The store with what the use cases need of it, or the reason for people.
struct Opened {
  std::unique_ptr<storage::Store> store;
  std::string origin;
  [[nodiscard]] service::Context context() const { return {*store, rules::Limits{}, {}, clock_now, {}}; }
};

Expected<Opened> open(const OwnerOptions& options, int& status) {
  const auto origin = service::origin_of(options.origin);
  if (!origin) {
    status = misused;
    return fail(ErrorCode::internal, {},
                "`" + options.origin +
                    "` is no web address; write the server's as browsers show it, such as "
                    "https://comments.example.");
  }
  status = failed;
  auto store = storage::open_sqlite(options.data.directory);
  if (!store) return tl::unexpected(store.error());
  return Opened{*std::move(store), *origin};
}

int say(const Opened& opened, wire::InvitationKind kind, const wire::MadeInvitation& link, const char* words) {
  std::cout << words << desk_link(opened.origin, kind, link.token) << '\n';
  return done;
}

int create(const OwnerOptions& options) {
  int status = done;
  const auto opened = open(options, status);
  if (!opened) return complain(static_cast<ExitStatus>(status), opened.error().detail);
  const auto setup = service::make_setup_link(opened->context());
  if (!setup) return complain(failed, "The link could not be made: " + setup.error().detail + ".");
  if (*setup) {
    return say(*opened, wire::InvitationKind::setup, **setup,
               "Set up your desk (once, within 24 hours; earlier set-up links no longer work): ");
  }
  const auto invitation = service::invite(opened->context(), {MemberRole::owner, {}}, command_line);
  if (!invitation) return complain(failed, "The link could not be made: " + invitation.error().detail + ".");
  return say(*opened, wire::InvitationKind::invitation, *invitation,
             "There is an owner already. For a further one (once, within 7 days): ");
}

int reset(const OwnerOptions& options) {
  int status = done;
  const auto opened = open(options, status);
  if (!opened) return complain(static_cast<ExitStatus>(status), opened.error().detail);
  const auto link = service::make_reset_link(opened->context(), options.email, command_line);
  if (!link && link.error().code == ErrorCode::unknown_member) {
    return complain(failed, "Nobody on the team has the address `" + options.email + "`.");
  }
  if (!link) return complain(failed, "The link could not be made: " + link.error().detail + ".");
  return say(*opened, wire::InvitationKind::reset, *link, "Choose a new password (once, within 24 hours): ");
}

void add_options(CLI::App& command, OwnerOptions& options) {
  command.add_option("--origin-of-server", options.origin, "Address of the server in the link")
      ->type_name("URL")
      ->capture_default_str();
  add_data_options(command, options.data);
}

} // namespace

void add_owner(CLI::App& app, int& status) {
  const auto options = std::make_shared<OwnerOptions>(); // lives as long as the callbacks
  CLI::App* owner = app.add_subcommand("owner", "Links to the desk for its owners");
  owner->require_subcommand(1);

  CLI::App* create_command = owner->add_subcommand("create", "Print a link with which an owner signs up, once");
  add_options(*create_command, *options);
  create_command->callback([options, &status] { status = create(*options); });

  CLI::App* reset_command = owner->add_subcommand("reset", "Print a link for a new password, once");
  reset_command->add_option("email", options->email, "Address that the member signs in with")
      ->required()
      ->type_name("EMAIL");
  add_options(*reset_command, *options);
  reset_command->callback([options, &status] { status = reset(*options); });
}

} // namespace palabre::cli

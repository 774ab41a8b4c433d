// palabre moderate: judges JSON lines, for trying a policy out and for measuring the rules.
#include <iostream>
#include <memory>

#include "server/cli/command.h"
#include "server/cli/policy_file.h"
#include "server/http/knowledge.h"
#include "shared/view/catalogues/built_in.h"
#include "shared/view/reasons.h"
#include "shared/wire/codec.h"
#include "shared/wire/codec_policy.h"
#include "shared/wire/codec_verdict.h"

namespace palabre::cli {
namespace {

struct ModerateOptions {
  std::string language;
  std::string policy_file;
  bool learn{false};
};

class Judge {
public:
  Judge(const rules::Policy& policy, text::Language language, bool learn)
      : moderation_(http::built_in_knowledge(), policy), language_(language), learn_(learn) {}

  // One line in, one line out; a line that cannot be read is answered by a problem document.
  std::string answer(const std::string& json) {
    const auto line = wire::decode_moderate_line(json);
    if (!line) return wire::encode_problem(line.error());
    const text::Language hint = line->language == text::Language::unknown ? language_ : line->language;
    const rules::Verdict verdict = moderation_.decide_comment(line->draft, {}, learn_ ? &filter_ : nullptr, hint, {});
    if (learn_ && line->label) learn(line->draft, *line->label);
    const text::Language language = verdict.language == text::Language::unknown ? hint : verdict.language;
    const view::Messages messages = view::built_in_messages(view::language_of(to_name(language)));
    return wire::encode_verdict(verdict, line->draft, [&](const rules::Reason& reason) {
      return view::reason_text(messages, reason.rule, reason.count);
    });
  }

private:
  void learn(const rules::Draft& draft, rules::SpamLabel label) {
    const rules::SpamExample example = moderation_.spam_example(draft, {}, {});
    filter_.learn(++learned_, example.features, example.prior, label);
  }

  rules::Moderation moderation_;
  rules::SpamFilter filter_;
  std::uint64_t learned_{0}; // decisions: the next one's id
  text::Language language_;
  bool learn_;
};

Expected<rules::Policy> read_policy(const std::string& file) {
  const rules::Policy careful = rules::policy_of(rules::Preset::careful);
  if (file.empty()) return careful;
  const auto json = read_text_file(file);
  if (!json) return tl::unexpected(json.error());
  auto policy = wire::decode_policy(*json, careful);
  if (!policy) return fail(ErrorCode::internal, {}, file + ": " + words_of_policy_error(policy.error()));
  return policy;
}

int moderate(const ModerateOptions& options) {
  const text::Language language = text::parse_language(options.language);
  if (!options.language.empty() && language == text::Language::unknown) {
    return complain(misused, "--lang " + options.language + ": there are no word lists of this language");
  }
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  const auto policy = read_policy(options.policy_file);
  if (!policy) return complain(misused, policy.error().detail);
  Judge judge(*policy, language, options.learn);
  for (std::string line; std::getline(std::cin, line);) {
    if (!line.empty()) std::cout << judge.answer(line) << '\n';
  }
  std::cout.flush();
  return std::cout ? done : complain(failed, "The answers could not be written.");
}

} // namespace

void add_moderate(CLI::App& app, int& status) {
  const auto options = std::make_shared<ModerateOptions>(); // lives as long as the callback
  CLI::App* command =
      app.add_subcommand("moderate", "Judge comments: JSON lines {\"text\",\"lang\"?} in, verdicts out");
  command->add_option("--lang", options->language, "Language of lines too short to tell")->type_name("LANG");
  command->add_option("--policy", options->policy_file, "Policy (JSON); else that of a new site")->type_name("FILE");
  command->add_flag("--learn", options->learn, "Teach the spam filter each line's \"label\" after judging it");
  command->callback([options, &status] { status = moderate(*options); });
}

} // namespace palabre::cli

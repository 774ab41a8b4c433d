// Comments judged each second on one core: moderation_bench [FILE.jsonl…]; without files, some typical comments of our
// own. Every line's "text" (or "body") is judged with both word lists and all axes; also the stages alone, in
// microseconds a comment. The best of several rounds counts, since other programs only make it slower.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "shared/rules/links.h"
#include "shared/rules/moderation.h"
#include "shared/rules/near_duplicate.h"
#include "shared/rules/offence.h"
#include "shared/rules/personal_data.h"
#include "shared/wire/json_reader.h"

using namespace palabre;

namespace {

std::string read(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> typical() {
  return {
      "Merci pour cet article, très clair et bien écrit. J'ai enfin compris la différence entre les deux méthodes !",
      "Je ne suis pas d'accord avec la conclusion : les chiffres de 2019 disent plutôt le contraire.",
      "Film décevant, le scénario est bâclé et les acteurs ont l'air de s'ennuyer. Je ne le conseille pas.",
      "Bonjour, ma commande n'est toujours pas arrivée après trois semaines et personne ne répond.",
      "Great write-up, thanks! One question: does this also work with the older version of the plugin?",
      "I tried this yesterday and it broke my whole setup. Not happy, but the explanation was good :)",
      "Totally agree with @maria, the second chapter was the best part of the book.",
      "See https://example.com/notes for the numbers; they changed a lot since last year."};
}

std::vector<std::string> texts_of(int argc, char** argv) {
  std::vector<std::string> texts;
  for (int i = 1; i < argc; ++i) {
    std::ifstream lines(argv[i]);
    for (std::string line; std::getline(lines, line);) {
      const auto value = wire::parse_json(line);
      const wire::JsonValue* text = value ? value->find("text") : nullptr;
      if (text != nullptr) texts.push_back(text->text);
    }
  }
  return texts.empty() ? typical() : texts;
}

// Seconds a round, the best of some.
double best(const std::function<void()>& round) {
  double least = 1e9;
  for (int i = 0; i < 7; ++i) {
    const auto began = std::chrono::steady_clock::now();
    round();
    least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  }
  return least;
}

class Bench {
public:
  explicit Bench(std::vector<std::string> texts) : repeats_(1 + 40'000 / texts.size()), texts_(std::move(texts)) {
    for (const auto& text : texts_) bytes_ += text.size();
  }

  double microseconds(const std::function<std::size_t(const std::string&)>& work) {
    const double seconds = best([&] {
      for (std::size_t i = 0; i < repeats_; ++i) {
        for (const std::string& text : texts_) sum_ += work(text);
      }
    });
    return seconds * 1e6 / static_cast<double>(repeats_ * texts_.size());
  }
  [[nodiscard]] std::size_t average_bytes() const { return bytes_ / texts_.size(); }
  [[nodiscard]] std::size_t sum() const { return sum_; } // so that nothing is optimised away

private:
  std::size_t repeats_;
  std::vector<std::string> texts_;
  std::size_t bytes_{0};
  std::size_t sum_{0};
};

} // namespace

int main(int argc, char** argv) {
  rules::Knowledge knowledge;
  for (const char* language : {"en", "fr"}) {
    for (const char* kind : {".words", ".feelings"}) {
      knowledge.add(text::parse_language(language), read(std::string(PALABRE_LEXICONS) + "/" + language + kind));
    }
  }
  const rules::Policy policy = rules::policy_of(rules::Preset::careful);
  const rules::Moderation moderation(knowledge, policy);
  Bench bench(texts_of(argc, argv));

  const double whole = bench.microseconds([&](const std::string& body) {
    return moderation.decide_comment({"Ada", {}, {}, body}, {}, nullptr, text::Language::fr, {}).reasons.size();
  });
  std::cout << static_cast<long long>(1e6 / whole) << " comments/s (" << whole << " µs each, " << bench.average_bytes()
            << " bytes on average)\n";
  const auto stage = [&](const char* name, const std::function<std::size_t(const std::string&)>& work) {
    std::cout << "  " << name << ' ' << bench.microseconds(work) << " µs\n";
  };
  stage("words", [](const std::string& body) { return text::split_words(body).words.size(); });
  stage("words + language", [](const std::string& body) {
    return static_cast<std::size_t>(text::detect_language(text::split_words(body), body).language);
  });
  stage("words + offensive words", [&](const std::string& body) {
    std::vector<rules::WordMatch> found;
    knowledge.find(text::Language::fr)->offence.find(text::split_words(body), found);
    return found.size();
  });
  stage("words + offence", [&](const std::string& body) {
    static const rules::OffenceWords own;
    static const rules::WordTable allowed;
    return rules::judge_offence(text::split_words(body), text::Language::fr, knowledge, policy, own, allowed)
        .reasons.size();
  });
  stage("words + sentiment", [&](const std::string& body) {
    const auto& known = knowledge.find(text::Language::fr)->sentiment;
    return rules::judge_sentiment(text::split_words(body), text::Language::fr, known).score > 0 ? 1U : 0U;
  });
  stage("words + fingerprint",
        [](const std::string& body) { return static_cast<std::size_t>(rules::fingerprint(text::split_words(body))); });
  stage("fold + links", [](const std::string& body) { return rules::find_links(text::fold(body)).size(); });
  return bench.sum() == 0 ? 1 : 0;
}

// The rules behind a door of JSON text, for the reader's browser and the owner's desk: a module of its own, loaded when
// somebody begins to write.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/rules/moderation.h"

namespace palabre::widget {

class Judge {
public:
  Judge();
  ~Judge();
  Judge(Judge&&) noexcept;
  Judge& operator=(Judge&&) noexcept;

  // Word lists of a language (/rules/<language>.words, or .feelings). False: not such a file.
  bool load(std::string_view language, std::string_view bytes);

  // Takes what `GET policy` answered; "" when it is taken, else a problem document, and the policy stays.
  [[nodiscard]] std::string policy(std::string_view json);

  // {"draft":{"name"?,"email"?,"website"?,"body"},"history":{"published"?,"writing_ms"?}?,"lang"?,"now"?} → the verdict
  // (wire/codec_verdict.h), its messages as keys; anything else a problem document.
  [[nodiscard]] std::string judge(std::string_view json) const;

  // {"policies":["open",…],"lang"?,"comments":[{"id","name","author"?,"body","created"}]}, created in milliseconds →
  // {"results":[{"publish":N,"hide":N,"hold":N,"reject":N,"comments":[{"id","verdict","rule"}]}]}: for each policy
  // (a preset's name, or "present" for the one taken) the numbers, and the comments it would not have published at
  // once.
  [[nodiscard]] std::string backtest(std::string_view json) const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace palabre::widget

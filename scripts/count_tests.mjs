// count_tests.mjs junit|tap|playwright REPORT STATUS: prints "PASSED FAILED".
// STATUS is the exit code of what wrote the report: a run that failed without a failed test counts as one.
import { readFileSync } from "node:fs";

const [format, file, status] = process.argv.slice(2);

function attribute(tag, name) {
  return Number(new RegExp(`\\b${name}="(\\d+)"`).exec(tag)?.[1] ?? 0);
}

// One test case of CTest is a whole executable: Boost.Test's own report says how many cases it holds, if it got so far.
function countExecutable(block) {
  const good = /^<testcase [^>]*status="run"/.test(block);
  const report = /<TestResult><Test(?:Suite|Module) [^>]*>/.exec(
    block
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"'),
  );
  if (!report) return good ? [1, 0] : [0, 1];
  const passed = attribute(report[0], "test_cases_passed") + attribute(report[0], "test_cases_passed_with_warnings");
  const failed = attribute(report[0], "test_cases_failed"); // the aborted ones among them
  return [passed, good ? failed : Math.max(failed, 1)];
}

const counters = {
  junit(text) {
    const sum = [0, 0];
    for (const block of text.split(/(?=<testcase )/).slice(1)) {
      const [passed, failed] = countExecutable(block);
      sum[0] += passed;
      sum[1] += failed;
    }
    return sum;
  },
  tap(text) {
    const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
    return [number("pass"), number("fail") + number("cancelled")];
  },
  playwright(text) {
    const { stats, errors } = JSON.parse(text);
    if (stats.flaky > 0) console.error(`${stats.flaky} passed at the second try only: see ${file}`);
    return [stats.expected + stats.flaky, stats.unexpected + errors.length];
  },
};

let [passed, failed] = [0, 0];
try {
  [passed, failed] = counters[format](readFileSync(file, "utf8"));
} catch (error) {
  console.error(`${file}: ${error.message}`);
  failed = 1;
}
if (failed === 0 && (Number(status) !== 0 || passed === 0)) failed = 1;
console.log(`${passed} ${failed}`);

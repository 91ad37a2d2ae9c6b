// Sums up what the runners of `./run test` left in a folder: the ten slowest tests, the failed ones and why, one last line.
// Exit code 1 when a test or a step failed.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];

// xunit writes CTRF reports, vitest reports in the manner of jest.
function testsOf(file) {
  const report = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const tests = report.results
    ? report.results.tests.map((test) => ({
        name: test.name,
        status: test.status,
        ms: test.duration,
        why: [test.message, test.trace],
      }))
    : report.testResults.flatMap((suite) =>
        suite.assertionResults.map((test) => ({
          name: test.fullName,
          status: test.status,
          ms: test.duration ?? 0,
          why: test.failureMessages ?? [],
        })),
      );
  return { step: file.replace(/\.json$/, ""), tests };
}

const LINES_OF_A_FAILURE = 12;

function why(test) {
  const lines = test.why.filter(Boolean).join("\n").split("\n");
  return lines
    .slice(0, LINES_OF_A_FAILURE)
    .map((line) => `      ${line.trim()}\n`)
    .join("");
}

const reports = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map(testsOf);
const tests = reports.flatMap((report) => report.tests);
const failed = tests.filter((test) => test.status === "failed");
const withFailedTests = new Set(
  reports.filter((report) => report.tests.some((test) => test.status === "failed")).map((report) => report.step),
);

// A step that failed without naming a failed test (it did not build, it crashed) counts as one failure.
const noted = join(folder, "failed-steps");
const failedSteps = existsSync(noted)
  ? readFileSync(noted, "utf8")
      .split("\n")
      .filter((step) => step !== "" && !withFailedTests.has(step))
  : [];

console.log("\nThe ten slowest tests:");
for (const test of [...tests].sort((a, b) => b.ms - a.ms).slice(0, 10))
  console.log(`  ${(test.ms / 1000).toFixed(2).padStart(7)} s  ${test.name}`);

const failures = failed.length + failedSteps.length;
if (failures > 0) console.log("\nFailed:");
for (const step of failedSteps) console.log(`  step: ${step}`);
for (const test of failed) console.log(`  ${test.name}\n${why(test)}`);

const passed = tests.filter((test) => test.status === "passed").length;
console.log(`\n${passed} passed, ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

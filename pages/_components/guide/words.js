/** The session in words. */

const SIDE_WORDS = { left: "left leg", right: "right leg", "": "" };
const BREATH_IN_S = 4;
const BREATH_OUT_S = 6;

const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const amountWords = (amount, isReps) => isReps ? counted(amount, "rep") : `${amount}\u202fs`;
const minuteWords = (seconds) => `about ${Math.max(1, Math.round(seconds / 60))}\u202fmin`;
const withinWords = ([lo, hi], unit) => `${lo} to ${hi} ${unit}`;

/** "Hold 1 of 2, left leg" */
function placeWords(step) {
  const what = step.isReps ? "Round" : "Hold";
  return [step.rounds > 1 ? `${what} ${step.round} of ${step.rounds}` : step.isReps ? "One round" : "One hold", SIDE_WORDS[step.side]].filter(Boolean).join(", ");
}

const doseWords = (item, stretch) => `${item.rounds} × ${amountWords(item.amount, Boolean(stretch.reps))}${stretch.each_side ? " each side" : ""}`;

/** Seconds held per leg, and the rounds of moving stretches, of a choice or of what was done. */
function sumWords(holds, reps) {
  return [holds > 0 && `${holds}\u202fs held per leg`, reps > 0 && `${reps} slow reps per leg`].filter(Boolean).join(", ");
}

function choiceWords(items, stretches) {
  const steps = stepsOf(items, stretches);
  if (!steps.length) return "Choose at least one stretch.";
  const legs = steps.filter(({ side }) => side !== "right");
  const sum = (isReps) => legs.filter((step) => step.isReps === isReps).reduce((all, { amount }) => all + amount, 0);
  return `${capital(minuteWords(lengthOfAll(steps)))}: ${sumWords(sum(false), sum(true))}.`;
}

/** What each leg was held and moved, once where both are the same. */
function legWords(record) {
  const legs = { left: [0, 0], right: [0, 0] };
  record.steps.forEach((step, i) => {
    if (!record.done[i]) return;
    for (const side of step.side ? [step.side] : ["left", "right"]) legs[side][step.isReps ? 1 : 0] += record.done[i].amount;
  });
  const { left, right } = legs;
  if (left.join() === right.join()) return sumWords(...left);
  const one = ([held, reps]) => [held > 0 && `${held}\u202fs held`, reps > 0 && counted(reps, "slow rep")].filter(Boolean).join(", ") || "nothing";
  return `Left leg ${one(left)}; right leg ${one(right)}`;
}

/** Breathing, or the way of a slow repetition, at a moment of a hold. */
function breathAt(step, ms) {
  if (!step.isReps) {
    const s = (ms / 1000) % (BREATH_IN_S + BREATH_OUT_S);
    return s < BREATH_IN_S ? { word: "Breathe in", share: s / BREATH_IN_S } : { word: "Breathe out", share: 1 - (s - BREATH_IN_S) / BREATH_OUT_S };
  }
  const s = (ms / 1000 / step.pace) % 1;
  return s < 0.5 ? { word: "Out, breathing out", share: 2 * s } : { word: "Back, breathing in", share: 2 - 2 * s };
}

const repAt = (step, ms) => Math.min(step.amount, Math.floor(ms / 1000 / step.pace) + 1);
const repsDone = (step, ms) => Math.min(step.amount, Math.floor(ms / 1000 / step.pace));

/** What was done of one stretch: "left leg 30, 30 s; right leg 30, 30 s". */
function doneWords({ sides, isReps }) {
  return [...sides].map(([side, amounts]) => {
    const sum = `${amounts.join(", ")}${isReps ? " reps" : "\u202fs"}`;
    return side ? `${SIDE_WORDS[side]} ${sum}` : sum;
  }).join("; ");
}

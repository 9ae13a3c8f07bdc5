/** The ring and the time of a running rest, painted many times without touching anything else. */

function restRing() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 44 44");
  svg.setAttribute("class", "ring");
  svg.setAttribute("aria-hidden", "true");
  for (const name of ["track", "arc"]) {
    const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    for (const [key, value] of Object.entries({ class: name, cx: 22, cy: 22, r: 18.5, pathLength: 100 })) circle.setAttribute(key, value);
    svg.append(circle);
  }
  return svg;
}

const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };

/** Shows `rest` in `box`; returns what is worth saying aloud since the last painting. */
function paintRest(box, rest, before) {
  if (box.hidden !== !rest) box.hidden = !rest;
  if (!rest) return "";
  const isOver = rest.left <= 0;
  box.classList.toggle("is-over", isOver);
  put(box.querySelector(".left"), isOver ? `+${clockWords(rest.over)}` : clockWords(rest.left));
  const of = box.querySelector(".of");
  if (of) put(of, isOver ? `over ${clockWords(rest.seconds)} of rest` : `rest, of ${clockWords(rest.seconds)}`);
  box.querySelector(".arc").style.strokeDasharray = `${(100 * rest.share).toFixed(1)} 100`;
  if (before === null || before === undefined) return "";
  if (before > 10 && rest.left <= 10 && rest.left > 0) return "10 seconds of rest left";
  return before > 0 && isOver ? "The rest is over" : "";
}

/** A page that shows several views under one name begins each at its top, as a page of its own would. */

let shown = null;

export default function top({ data: [view] }) {
  const main = document.querySelector('[data-testid="stMain"]');
  if (shown !== null && shown !== view) main?.scrollTo(0, 0);
  shown = view;
  return () => {};
}

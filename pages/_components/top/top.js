/** A page that shows several views under one name begins each at its top, as a page of its own would. */

let shown = null;

export default function top({ data: [view] }) {
  if (shown !== view) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  shown = view;
  return () => {};
}

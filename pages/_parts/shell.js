// Streamlit guesses where its server is by trying "/lifts/_stcore" first; it is always at the root here.
window.__streamlit = { BACKEND_BASE_URL: window.location.origin }

// Streamlit puts the sections of its menu as <div> between <ul> and <li>, which hides the list from a screen reader.
new MutationObserver(() => {
  const menu = document.querySelector('[data-testid="stSidebarNavItems"]:not([role])')
  if (menu) menu.setAttribute("role", "list")
  for (const section of document.querySelectorAll('[data-testid="stSidebarNavItems"] > div:not([role])'))
    section.setAttribute("role", "none")
  // Vega's slider has the number of a session; what a person wants to hear is the first line of the read-out.
  for (const slider of document.querySelectorAll('.vega-bind input[type="range"]')) {
    const line = slider.closest('[data-testid="stVegaLiteChart"]')?.querySelector('svg text[font-weight="600"][font-size="14px"]')
    if (line && slider.getAttribute("aria-valuetext") !== line.textContent)
      slider.setAttribute("aria-valuetext", line.textContent)
  }
}).observe(document.documentElement, { childList: true, subtree: true })

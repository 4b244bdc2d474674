// What was asked for or chosen, kept in the page's address.

function keepInAddress(change) {
  const address = new URL(location.href);
  change(address.searchParams);
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Some browsers refuse it to a page on a disk; the choice holds all the same.
  }
}

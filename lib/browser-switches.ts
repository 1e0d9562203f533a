/** For a Chromium that tests or measures the paper: nothing of its own goes on beside, also in a container. */
export const browserSwitches = [
  // The sandbox needs rights that containers rarely have, and the only pages opened are our own.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/* Filters the cards of a catalogue. */
(() => {
  "use strict";
})();

/** The moving athlete beside the clock: shows the way in, holds the end, follows the repetitions. */

const STILL_AT = 1;

class Picture {
  constructor(root) {
    this.stage = root.querySelector(".stage");
    this.svg = root.querySelector(".athlete");
    this.clock = clock(this.stage, (seconds) => this.show(phaseAt(this.movement, seconds)));
  }

  /** Shows `movement` in `mode` ("way": back and forth, "still": at its end, "reps": as told by `show`). */
  set(movement, body, mode, isMirrored) {
    this.stage.hidden = !movement;
    this.movement = movement;
    this.body = body;
    if (!movement) { this.clock.stop(); return; }
    this.svg.classList.toggle("is-mirrored", isMirrored);
    if (mode === "way" && !prefersStill()) { this.clock.start(); return; }
    this.clock.stop();
    this.show(mode === "reps" ? 0 : STILL_AT);
  }

  show(t) { if (this.movement) draw(this.svg, pose(this.movement, t, this.body), { playing: true }); }

  destroy() { this.clock.destroy(); }
}

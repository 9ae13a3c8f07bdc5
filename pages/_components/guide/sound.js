/**
 * The sounds of a session, composed ahead for the moment they belong to, so that a page that sleeps is heard too. What
 * is wished (sound, vibration, a screen that stays on) is shared with the rest between two sets.
 */

const START_TONES = [[0, 660]];
const END_TONES = [[0, 880], [0.25, 880], [0.5, 1175]];

class Sounds {
  constructor(engine) {
    this.engine = engine;
    this.tones = [];
    this.score = "";
  }

  /** Plays from `moments` ([time in ms, tones]) what is still to come; nothing changes while they stay the same. */
  compose(moments) {
    const { audio, wishes } = this.engine;
    const isHeard = audio?.state === "running" && wishes.sound;
    const score = isHeard ? JSON.stringify(moments) : "";
    if (score === this.score) return;
    this.score = score;
    for (const tone of this.tones) tone.stop();
    this.tones = [];
    if (!isHeard) return;
    for (const [moment, tones] of moments) {
      const seconds = (moment - Date.now()) / 1000;
      if (seconds >= 0) for (const [after, pitch] of tones) this.tones.push(this.tone(audio, audio.currentTime + seconds + after, pitch));
    }
  }

  tone(audio, at, pitch) {
    const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, at);
    loudness.gain.exponentialRampToValueAtTime(0.3, at + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.2);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.22);
    return tone;
  }

  vibrate(pattern) {
    if (this.engine.wishes.vibration && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern);
  }
}

/** When something is to be heard: the end of what runs, and the end of the hold after a count. */
function momentsOf(record) {
  if (!isTicking(record)) return [];
  if (record.phase === "hold") return [[record.end, END_TONES]];
  return [[record.end, START_TONES], [record.end + 1000 * secondsOf(stepOf(record)), END_TONES]];
}

/**
 * The rest between two sets: one record in the browser's storage, counted by the clock on the wall. It outlives reruns,
 * other pages and a reload, and sends nothing. One engine per browser tab, shared by the components that show it.
 */

const REST = "hamcore-rest";
const WISHES = "hamcore-rest-wishes";
const ENGINE = Symbol.for("hamcore.rest");
const LONGEST_OVER_MS = 60 * 60 * 1000;
const TICK_MS = 250;
const TONES = [[0, 880], [0.25, 880], [0.5, 1175]];

/** Values in the browser's storage, or in memory where it may not be used. */
const kept = {
  spare: new Map(),
  read(key) {
    try { return JSON.parse(localStorage.getItem(key) ?? this.spare.get(key) ?? "null"); } catch { return null; }
  },
  write(key, value) {
    const text = JSON.stringify(value);
    try { localStorage.setItem(key, text); } catch { this.spare.set(key, text); }
  },
  remove(key) {
    this.spare.delete(key);
    try { localStorage.removeItem(key); } catch { /* nothing is kept there then */ }
  },
  keys(prefix) {
    let names = [];
    try { names = Object.keys(localStorage); } catch { /* nothing is kept there then */ }
    return [...new Set([...names, ...this.spare.keys()])].filter((name) => name.startsWith(prefix));
  },
};

const randomId = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The name of this browser tab; a reload keeps it. */
function tabId() {
  try {
    if (!sessionStorage.getItem("hamcore-tab")) sessionStorage.setItem("hamcore-tab", randomId());
    return sessionStorage.getItem("hamcore-tab");
  } catch {
    return (kept.tab ??= randomId());
  }
}

/** Seconds as m:ss. */
const clockWords = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

class RestEngine {
  constructor() {
    this.listeners = new Set();
    this.floors = 0;
    this.tones = [];
    this.wishes = { sound: true, vibration: true, awake: true, ...kept.read(WISHES) };
    this.record = kept.read(REST);
    window.addEventListener("storage", ({ key }) => {
      if (key === REST) this.take(kept.read(REST));
      if (key === WISHES) { this.wishes = { ...this.wishes, ...kept.read(WISHES) }; this.tell(); }
    });
    for (const name of ["pointerdown", "keydown"]) window.addEventListener(name, () => this.unlock(), { passive: true });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) { this.stayAwake(); this.tick(); } });
    this.tick();
  }

  /** What to show: seconds left (negative: over), the whole in seconds, words; null without a rest. */
  get now() {
    const { record } = this;
    if (!record) return null;
    const left = Math.ceil((record.end - Date.now()) / 1000);
    return { ...record, left, over: Math.max(0, -left), share: Math.min(1, Math.max(0, (record.end - Date.now()) / (1000 * record.seconds))) };
  }

  start(rest) {
    this.save({ ...rest, end: Date.now() + 1000 * rest.seconds, tab: tabId(), rung: false });
  }

  add(seconds) {
    const { record } = this;
    if (!record) return;
    const end = Math.max(record.end, Date.now()) + 1000 * seconds;
    const whole = record.end < Date.now() ? seconds : record.seconds + seconds;
    this.save({ ...record, end, seconds: whole, tab: tabId(), rung: false });
  }

  stop() { this.save(null); }

  wish(name, on) {
    this.wishes = { ...this.wishes, [name]: on };
    kept.write(WISHES, this.wishes);
    if (name === "sound") this.compose();
    if (name === "awake") this.stayAwake();
    this.tell();
  }

  save(record) {
    if (record) kept.write(REST, record); else kept.remove(REST);
    this.take(record);
  }

  take(record) {
    this.record = record;
    this.compose();
    this.tick();
  }

  tick() {
    clearTimeout(this.timer);
    const { record } = this;
    if (record && Date.now() - record.end > LONGEST_OVER_MS) { this.save(null); return; }
    this.tell();
    if (!record) return;
    if (Date.now() >= record.end && !record.rung) this.ring(record);
    this.timer = setTimeout(() => this.tick(), TICK_MS);
  }

  tell() { for (const listener of this.listeners) listener(); }

  listen(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The end: the sound was composed for this moment before, so that a page that sleeps is heard too. */
  ring(record) {
    this.record = { ...record, rung: true };
    kept.write(REST, this.record);
    const isMine = record.tab === tabId() && Date.now() - record.end < 5000;
    if (isMine && this.wishes.vibration && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([200, 100, 200]);
  }

  /** A browser lets a page sound only after a tap. */
  unlock() {
    if (!this.wishes.sound) return;
    const Audio = window.AudioContext;
    if (!this.audio && Audio) this.audio = new Audio();
    if (this.audio?.state === "suspended") this.audio.resume().then(() => this.compose(), () => {});
  }

  compose() {
    for (const tone of this.tones) tone.stop();
    this.tones = [];
    const { record, audio } = this;
    const seconds = record ? (record.end - Date.now()) / 1000 : -1;
    if (!audio || audio.state !== "running" || !this.wishes.sound || seconds < 0 || record.tab !== tabId()) return;
    this.tones = TONES.map(([after, pitch]) => {
      const at = audio.currentTime + seconds + after;
      const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
      tone.frequency.value = pitch;
      loudness.gain.setValueAtTime(0.0001, at);
      loudness.gain.exponentialRampToValueAtTime(0.3, at + 0.02);
      loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.2);
      tone.connect(loudness).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.22);
      return tone;
    });
  }

  enter() {
    this.floors += 1;
    this.stayAwake();
    this.tell();
    return () => { this.floors -= 1; this.stayAwake(); this.tell(); };
  }

  async stayAwake() {
    const isWanted = this.floors > 0 && this.wishes.awake && !document.hidden;
    if (!isWanted) { const lock = this.lock; this.lock = null; await lock?.release().catch(() => {}); return; }
    if (this.lock && !this.lock.released) return;
    try { this.lock = await navigator.wakeLock?.request("screen"); } catch { this.lock = null; }
  }
}

const restEngine = () => (window[ENGINE] ??= new RestEngine());

/**
 * A side-view athlete drawn from joint angles: `pose` and `shapes` are pure, `draw` writes into an <svg>.
 */

function armJoints(shoulder, lean, elbowAngle, seg) {
  const elbow = point(shoulder, lean, -seg.upper_arm);
  return {
    elbow,
    wrist: point(elbow, lean - elbowAngle, -seg.forearm),
    grip: point(elbow, lean - elbowAngle, -seg.forearm - seg.grip),
    leans: { upperArm: lean, forearm: lean - elbowAngle },
  };
}

/** The arm that puts the grip on `target`: bones at full length, elbow on the `bend` side. */
function reach(shoulder, target, bend, seg) {
  const lower = seg.forearm + seg.grip;
  const d = clamp(Math.hypot(target[0] - shoulder[0], target[1] - shoulder[1]), Math.abs(seg.upper_arm - lower) + 1e-6, seg.upper_arm + lower - 1e-6);
  const corner = Math.acos((seg.upper_arm ** 2 + d * d - lower ** 2) / (2 * seg.upper_arm * d)) * 180 / Math.PI;
  const lean = leanOf(target, shoulder) + bend * corner;
  const elbow = point(shoulder, lean, -seg.upper_arm);
  return armJoints(shoulder, lean, lean - leanOf(target, elbow), seg);
}

const HELD = {
  hip_crease: (j, lean) => point(j.hip, lean.pelvis - lean.hipFlexion / 2, 0.012, 0.078),
  upper_back: (j, lean) => point(j.shoulder, lean.thorax, 0.022, -0.05),
};

const REACH = {
  bar: (j) => j.bar,
  chest: (j, lean) => point(j.shoulder, lean.thorax, 0.006, 0.078),
  thigh: (j, lean) => point(j.hip, lean.thigh, -0.152, -0.03),
};

/** Angles, joints, part leans and the mean model length of `movement` at phase t (0 to 1). */
export function pose(movement, t, body) {
  const seg = body.segments;
  const angles = {};
  for (const channel of Object.keys(movement.angles)) angles[channel] = angleAt(movement, channel, t);
  const thorax = angles.pelvis + angles.lumbar;
  const hip = [0, 0];
  const { leans, ...near } = legJoints(hip, angles, "", seg);
  const lumbar = point(hip, angles.pelvis, seg.pelvis);
  const shoulder = point(lumbar, thorax, seg.thorax);
  const chain = { hip, lumbar, shoulder, head: point(shoulder, thorax + angles.neck, seg.neck + seg.head_radius), ...near };
  const [dx, dy] = [movement.at[0] - chain[movement.anchor][0], movement.at[1] - chain[movement.anchor][1]];
  const joints = {};
  for (const [name, at] of Object.entries(chain)) joints[name] = [at[0] + dx, at[1] + dy];
  const lean = { pelvis: angles.pelvis, thorax, head: thorax + angles.neck, hipFlexion: angles.hip, ...leans };
  const held = movement.implement && HELD[movement.implement.at];
  if (held) joints.bar = held(joints, lean);
  const { hands } = movement;
  const arm = hands.to
    ? reach(joints.shoulder, REACH[hands.to](joints, lean), hands.bend, seg)
    : armJoints(joints.shoulder, thorax - angles.shoulder, angles.elbow, seg);
  Object.assign(joints, { elbow: arm.elbow, wrist: arm.wrist, grip: arm.grip });
  Object.assign(lean, arm.leans);
  if (movement.implement && !held) joints.bar = joints.grip;
  const far = "hip2" in angles ? legJoints(joints.hip, angles, "2", seg) : null;
  const farArm = movement.far_arm_opposite ? armJoints(joints.shoulder, thorax + angles.shoulder, angles.elbow, seg) : null;
  return { movement, body, t, seg, angles, joints, lean, far, farArm, length: meanLength(body.model, angles.hip, angles.knee) };
}

const THIGH = {
  front: [[-10, 40], [5, 57], [30, 58], [58, 50], [82, 39], [96, 37], [108, 30]],
  back: [[-10, 42], [5, 58], [28, 55], [55, 48], [82, 36], [100, 31], [108, 20]],
};
const SHORTS_LEG = {
  front: [[-10, 42], [5, 60], [30, 63], [52, 59], [53.5, 50]],
  back: [[-10, 44], [5, 61], [28, 60], [50, 57], [52, 50]],
};
const UPPER_ARM = {
  front: [[-14, 15], [0, 33], [20, 33], [50, 31], [80, 24], [100, 22], [108, 12]],
  back: [[-14, 15], [0, 34], [25, 33], [55, 30], [85, 23], [100, 21], [108, 12]],
};
const SLEEVE = {
  front: [[-18, 14], [0, 36], [22, 37], [46, 36], [47, 20]],
  back: [[-18, 18], [0, 38], [25, 38], [44, 36], [46, 20]],
};
const FOREARM = {
  front: [[-6, 14], [5, 22], [28, 27], [60, 21], [95, 15], [106, 14]],
  back: [[-6, 14], [5, 21], [30, 23], [60, 19], [95, 14], [106, 13]],
};
// [along, ahead] in the frame of the part, thousandths of stature
const HEAD = [[66, 0], [59, 32], [36, 50], [14, 53], [-8, 67], [-18, 56], [-32, 54], [-50, 47], [-60, 26], [-47, -6], [-44, -32], [-14, -55], [20, -59], [52, -38]];
const HAIR = [[68.5, 0], [61, 33], [48, 45], [42, 32], [30, 12], [8, 6], [-6, -12], [-20, -30], [-36, -40], [-33, -50], [-12, -58], [21, -61.5], [54, -40]];
const OPEN_HAND = [[10, 12], [-30, 17], [-70, 13], [-92, 3], [-88, -8], [-50, -13], [10, -12]];
const FIST = [[12, 13], [-25, 20], [-56, 24], [-74, 14], [-77, -6], [-66, -20], [-30, -18], [12, -12]];

const TRUNK = {
  front: [[-50, 26], [-10, 50], [50, 54]],
  thorax: [[60, 64], [120, 70], [168, 52], [210, 16], [216, -24], [185, -50], [120, -60], [55, -54]],
  back: [[50, -53], [0, -67], [-40, -64], [-68, -30]],
};
const SEAT = [[-52, 28], [-10, 53], [40, 57], [66, 56], [70, 0], [66, -53], [40, -58], [0, -70], [-40, -67], [-71, -32]];

/** Trunk outline: pelvis, bend, thorax; the lumbar channel alone bends it. */
function trunk(j, lean) {
  const bend = (ahead) => point(j.lumbar, (lean.pelvis + lean.thorax) / 2, 0, ahead);
  const pelvis = (list) => local(j.hip, lean.pelvis, list);
  return flesh([...pelvis(TRUNK.front), bend(0.055), ...local(j.lumbar, lean.thorax, TRUNK.thorax), bend(-0.047), ...pelvis(TRUNK.back)]);
}

const seat = (j, lean) => flesh(local(j.hip, lean.pelvis, SEAT));

function leg(hip, side, seg) {
  const { thigh, shank, foot } = side.leans;
  return {
    skin: part(hip, thigh, seg.thigh, THIGH) + ring(side.knee, 0.0335) + part(side.knee, shank, seg.shank, SHANK) + ring(side.ankle, 0.02),
    shorts: part(hip, thigh, seg.thigh, SHORTS_LEG) + ring(hip, 0.058),
    shoe: blob(local(side.ankle, foot, SHOE)),
    sole: line(local(side.ankle, foot, SOLE)),
  };
}

function arm(shoulder, joints, lean, seg, open) {
  return {
    skin: part(shoulder, lean.upperArm, seg.upper_arm, UPPER_ARM) + ring(joints.elbow, 0.0215)
      + part(joints.elbow, lean.forearm, seg.forearm, FOREARM) + flesh(local(joints.wrist, lean.forearm, open ? OPEN_HAND : FIST)),
    sleeve: part(shoulder, lean.upperArm, seg.upper_arm, SLEEVE),
  };
}

function neck(j, lean) {
  const base = point(j.shoulder, lean.thorax, 0.006, -0.006);
  const skull = point(j.head, lean.head, -0.03, -0.012);
  const axis = leanOf(base, skull);
  return blob([...local(base, axis, [[-10, 36], [30, 31]]), ...local(skull, axis, [[0, 30], [20, 0], [0, -31]]), ...local(base, axis, [[30, -34], [-12, -44], [-30, 0]])]);
}

/** Seat bone, two points inside the back of the thigh, behind the knee, below the knee. */
function hamstringPath({ joints, lean, angles, seg }) {
  const fold = (lean.thigh + lean.shank) / 2;
  return sampleCurve([
    point(joints.hip, lean.pelvis, -0.03, -0.036),
    point(joints.hip, lean.thigh, -0.32 * seg.thigh, -0.022),
    point(joints.hip, lean.thigh, -0.68 * seg.thigh, -0.018),
    point(joints.knee, fold, 0.01, -0.021 + 0.01 * Math.sin(angles.knee * Math.PI / 180)),
    point(joints.knee, lean.shank, -0.05, -0.02),
  ], 17);
}

const PLATE_R = 0.1286;

/** On the back the plates are only outlines, so the head stays in sight. */
function barbell(centre, onBack) {
  if (onBack) return { behind: [["loop", disc(centre, PLATE_R)]], front: [["loop", disc(centre, PLATE_R)], ["hub", disc(centre, 0.026)], ["steel", disc(centre, 0.0145)]] };
  return {
    behind: [["plate", disc(centre, PLATE_R)]],
    front: [["rim", disc(centre, PLATE_R)], ["groove", disc(centre, PLATE_R * 0.8)], ["hub", disc(centre, 0.026)], ["steel", disc(centre, 0.0145)]],
  };
}

function kettlebell(grip, lean) {
  const at = (along, ahead) => point(grip, lean, -along, ahead);
  return [["handle", line([at(0.06, -0.03), at(0.012, -0.028), at(-0.002, -0.016), at(-0.002, 0.016), at(0.012, 0.028), at(0.06, 0.03)])],
    ["iron", disc(at(0.088, 0), 0.05)]];
}

function dumbbell([x, y]) {
  const head = (dx) => line([[x + dx, y + 0.015], [x + dx, y - 0.015]]);
  return [["handle", line([[x - 0.05, y], [x + 0.05, y]])], ["weight", head(-0.06) + head(0.06), 0.045]];
}

/** The ball rolls on floor and heel, so its centre moves half as far as the heel. */
function ball(prop, frame) {
  const home = pose(frame.movement, 0.5, frame.body).joints[prop.joint][0];
  const x = (frame.joints[prop.joint][0] + home) / 2;
  const centre = [x, prop.radius];
  const spin = (x - home) / prop.radius * 180 / Math.PI;
  const seam = (turn, width) => Array.from({ length: 13 }, (_, i) => {
    const a = (i * 15 - 90) * Math.PI / 180;
    return point(centre, spin + turn, prop.radius * 0.96 * Math.sin(a), prop.radius * width * Math.cos(a));
  });
  return [["ball", disc(centre, prop.radius)], ["groove", [-0.62, -0.2, 0.25, 0.66].map((w) => line(seam(20, w))).join("")]];
}

function towel(_, { joints, lean }) {
  const sole = (along) => point(joints.mid, lean.foot, -0.006, along);
  return [["towel", line([joints.grip, sole(0.05), sole(0.02), sole(-0.02)])]];
}

const PROPS = {
  pad: (p) => [["pad", line(p.points), p.width]],
  frame: (p) => [["frame", line(p.points), p.width]],
  roller: (p) => [["roller", disc(p.at, p.radius)], ["hub", disc(p.at, p.radius * 0.3)]],
  ball,
  lever: (p, { joints, lean }) => {
    const centre = point(joints[p.joint], lean.shank, p.along, p.ahead);
    const axis = point(joints[p.pivot], lean.shank, 0, -0.004);
    return [["frame", line([axis, point(joints[p.joint], lean.shank, p.along, 0), centre]), 0.014], ["hub", disc(axis, 0.02)], ["roller", disc(centre, p.radius)], ["hub", disc(centre, p.radius * 0.3)]];
  },
  towel,
};

const FAR_SHIFT = "translate(56 -28)";

/** Paths back to front: [class, path data, width, colour, text or transform]. */
export function shapes(frame, options = {}) {
  const { movement, joints, lean, seg } = frame;
  const out = [];
  const add = (...list) => out.push(...list);
  const { open } = movement.hands;
  const kind = movement.implement && movement.implement.kind;
  const bar = kind === "barbell" ? barbell(joints.bar, movement.implement.at === "upper_back") : null;

  add(["floor", line([[-3, 0], [3, 0]])]);
  const props = (inFront) => movement.props.filter((p) => p.front === inFront).forEach((p) => add(...PROPS[p.kind](p, frame)));
  props(false);
  if (bar) add(...bar.behind);

  const nearLeg = leg(joints.hip, { ...joints, leans: lean }, seg);
  const nearArm = arm(joints.shoulder, joints, lean, seg, open);
  const armShift = frame.farArm ? undefined : FAR_SHIFT;
  const legShift = frame.far ? undefined : FAR_SHIFT;
  const farArm = frame.farArm ? arm(joints.shoulder, frame.farArm, frame.farArm.leans, seg, open) : nearArm;
  const farLeg = frame.far ? leg(joints.hip, frame.far, seg) : nearLeg;
  add(["skinFar", farArm.skin, armShift], ["shirtFar", farArm.sleeve, armShift]);
  add(["skinFar", farLeg.skin, legShift], ["shoe", farLeg.shoe, legShift], ["sole", farLeg.sole, legShift], ["shortsFar", farLeg.shorts, legShift]);
  const nearArmShapes = [["skin", nearArm.skin], ["shirt", nearArm.sleeve]];
  const betweenLegs = movement.arms_between_legs;
  add(["skin", neck(joints, lean)], ["shirt", trunk(joints, lean)]);
  add(["skin", blob(local(joints.head, lean.head, HEAD))], ["hair", blob(local(joints.head, lean.head, HAIR))],
    ["feature", disc(point(joints.head, lean.head, 0.006, 0.037), 0.0042) + disc(point(joints.head, lean.head, -0.008, -0.006), 0.0085)]);
  if (kind === "kettlebell") add(...kettlebell(joints.grip, lean.forearm));
  if (betweenLegs) add(...nearArmShapes);
  add(["skin", nearLeg.skin], ["shoe", nearLeg.shoe], ["sole", nearLeg.sole], ["shorts", seat(joints, lean) + nearLeg.shorts]);
  if (options.muscle !== false) {
    const ratio = frame.length;
    add(["clip", nearLeg.skin + seat(joints, lean) + nearLeg.shorts]);
    const { belly, fibres } = spindle(hamstringPath(frame), ratio, 0.019);
    add(["belly", belly, lengthColor(ratio)], ["fibres", fibres]);
  }
  if (kind === "dumbbell") add(...dumbbell(joints.grip));
  if (!betweenLegs) add(...nearArmShapes);
  if (bar) add(...bar.front);
  props(true);
  return out;
}

const boxes = new WeakMap();

/** Bounds over the whole cycle in drawing units: [left, top, right, bottom]. */
function bounds(movement, body) {
  if (boxes.has(movement)) return boxes.get(movement);
  const box = [Infinity, Infinity, -Infinity, 0];
  for (let i = 0; i <= 24; i += 1) {
    for (const [name, d] of shapes(pose(movement, i / 24, body), { muscle: false })) {
      if (name === "floor") continue;
      const v = d.match(/-?\d+/g).map(Number);
      for (let k = 0; k < v.length; k += 2) {
        box[0] = Math.min(box[0], v[k]); box[2] = Math.max(box[2], v[k]);
        box[1] = Math.min(box[1], v[k + 1]); box[3] = Math.max(box[3], v[k + 1]);
      }
    }
  }
  boxes.set(movement, box);
  return box;
}

/** One fixed viewBox string per movement: nothing jumps while it plays. */
export function viewBox(movement, body) {
  const [left, top, right, bottom] = bounds(movement, body);
  const margin = 140;
  return [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin].map(Math.round).join(" ");
}

const ink = (name) => `var(--figure-${name})`;
const solid = (name) => `fill:${ink(name)};stroke:${ink("line")};stroke-width:24;paint-order:stroke`;
const stroked = (name, width) => `fill:none;stroke:${ink(name)};stroke-width:${width}`;

const SOLID = { roller: "pad", hub: "frame", ball: "ball", iron: "iron", skin: "skin", skinFar: "skin-far", shirt: "shirt", shirtFar: "shirt-far",
  shorts: "shorts", shortsFar: "shorts-far", shoe: "shoe", hair: "hair" };
const LINES = { floor: ["floor", 20], pad: ["pad", 140], frame: ["frame", 60], towel: ["towel", 60], handle: ["iron", 60], weight: ["iron", 180],
  sole: ["steel", 30], loop: ["plate", 64], groove: ["steel", 14] };
const STYLES = {
  plate: `fill:${ink("plate")}`, rim: `${stroked("iron", 50)};fill:${ink("plate")};fill-opacity:.12`,
  steel: `fill:${ink("steel")};stroke:${ink("line")};stroke-width:10`, feature: `fill:${ink("line")};opacity:.6`,
  belly: `stroke:${ink("line")};stroke-width:12`, fibres: "fill:none;stroke:#1f2937;stroke-width:9;opacity:.4",
};
for (const [name, colour] of Object.entries(SOLID)) STYLES[name] = solid(colour);
for (const [name, [colour, width]] of Object.entries(LINES)) STYLES[name] = stroked(colour, width);
STYLES.groove += ";opacity:.45";

/** The figure in words. */
export function describe(movement, body) {
  const ends = [0, 1].map((t) => Math.round(pose(movement, t, body).length * 100));
  return `${movement.name}, side view. Model hamstring length ${ends[0]} to ${ends[1]} percent of standing.`;
}

let clips = 0;

function prepare(svg, frame, list, options) {
  svg.replaceChildren();
  svg.setAttribute("viewBox", viewBox(frame.movement, frame.body));
  svg.setAttribute("preserveAspectRatio", "xMidYMax meet");
  if (!options.decorative) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", describe(frame.movement, frame.body));
  }
  const group = svg.appendChild(makeSvg("g", { "stroke-linejoin": "round", "stroke-linecap": "round" }));
  clips += 1;
  const clip = `athlete-clip-${clips}`;
  const nodes = list.map(([name]) => {
    const node = makeSvg("path");
    if (name === "clip") {
      group.appendChild(makeSvg("clipPath", { id: clip })).appendChild(node);
    } else if (name === "belly" || name === "fibres") {
      group.appendChild(makeSvg("g", { "clip-path": `url(#${clip})` })).appendChild(node);
    } else {
      group.appendChild(node);
    }
    if (STYLES[name]) node.style.cssText = STYLES[name];
    return { node, d: "", extra: undefined };
  });
  return { movement: frame.movement, group, nodes };
}

const pictures = new WeakMap();

function paint(slot, [name, d, extra]) {
  if (slot.d !== d) { slot.node.setAttribute("d", d); slot.d = d; }
  if (slot.extra === extra || extra === undefined) return;
  if (name === "belly") slot.node.style.fill = extra;
  else if (extra === FAR_SHIFT) slot.node.setAttribute("transform", extra);
  else slot.node.style.strokeWidth = Math.round(extra * SCALE);
  slot.extra = extra;
}

/** Draws a pose: builds the elements once, later changes only what differs. */
export function draw(svg, frame, options = {}) {
  const list = shapes(frame, options);
  let picture = pictures.get(svg);
  if (!picture || picture.movement !== frame.movement) {
    picture = prepare(svg, frame, list, options);
    pictures.set(svg, picture);
  }
  list.forEach((shape, i) => paint(picture.nodes[i], shape));
  const fade = options.playing && frame.movement.cycle === "once" ? clamp(Math.min(frame.t, 1 - frame.t) * 14, 0.15, 1) : 1;
  if (picture.fade !== fade) { picture.group.setAttribute("opacity", fade.toFixed(2)); picture.fade = fade; }
}

/**
 * Points and smooth outlines of a drawn body. Model space: x forward, y up, 1 = stature, angles in degrees;
 * drawing space: SCALE units per stature, y down.
 */

const SCALE = 4000;

/** The point `along` the axis of a part that leans `lean` degrees forward and `ahead` of that axis. */
function point(origin, lean, along, ahead = 0) {
  const s = Math.sin(lean * Math.PI / 180);
  const c = Math.cos(lean * Math.PI / 180);
  return [origin[0] + s * along + c * ahead, origin[1] + c * along - s * ahead];
}

const leanOf = (from, to) => Math.atan2(to[0] - from[0], to[1] - from[1]) * 180 / Math.PI;

function legJoints(hip, angles, suffix, seg) {
  const thigh = angles.pelvis - angles[`hip${suffix}`];
  const shank = thigh + angles[`knee${suffix}`];
  const tilt = shank - angles[`ankle${suffix}`];
  const knee = point(hip, thigh, -seg.thigh);
  const ankle = point(knee, shank, -seg.shank);
  const back = seg.foot * seg.heel_to_ankle;
  return {
    knee, ankle, leans: { thigh, shank, foot: tilt },
    heel: point(ankle, tilt, -seg.ankle_height, -back),
    toe: point(ankle, tilt, -seg.ankle_height, seg.foot - back),
    mid: point(ankle, tilt, -seg.ankle_height, seg.foot / 2 - back),
  };
}

const xy = (p) => `${Math.round(p[0] * SCALE)} ${Math.round(-p[1] * SCALE)}`;

/** Closed smooth curve through points (uniform Catmull-Rom), always clockwise on screen so overlaps add up. */
function blob(points, lowest = -9) {
  let area = 0;
  points.forEach((p, i) => { const q = points[(i + 1) % points.length]; area += p[0] * q[1] - q[0] * p[1]; });
  const p = area > 0 ? points.slice().reverse() : points;
  const n = p.length;
  const handle = (at, to, from) => [at[0] + (to[0] - from[0]) / 6, Math.max(at[1] + (to[1] - from[1]) / 6, lowest)];
  let d = `M${xy(p[0])}`;
  for (let i = 0; i < n; i += 1) {
    const [a, b, c, e] = [p[(i + n - 1) % n], p[i], p[(i + 1) % n], p[(i + 2) % n]];
    d += `C${xy(handle(b, c, a))} ${xy(handle(c, b, e))} ${xy(c)}`;
  }
  return `${d}Z`;
}

const line = (points) => `M${points.map(xy).join("L")}`;

/** Soft parts rest on the floor instead of passing through it. */
const flesh = (points) => blob(points.map(([x, y]) => [x, Math.max(y, 0.003)]), 0.003);

const circle = (centre, r) => Array.from({ length: 12 }, (_, i) => point(centre, i * 30, r));
const disc = (centre, r) => blob(circle(centre, r));
const ring = (centre, r) => flesh(circle(centre, r));

/** A part from `top`, leaning `lean`, of length `length`: front and back profiles are [percent, half depth in thousandths]. */
function part(top, lean, length, profile) {
  const side = (list, sign) => list.map(([u, depth]) => point(top, lean, -u / 100 * length, sign * depth / 1000));
  return flesh([...side(profile.front, 1), ...side(profile.back, -1).reverse()]);
}

const SHANK = {
  front: [[-6, 28], [4, 35], [14, 33], [40, 30], [70, 23], [92, 19], [103, 18]],
  back: [[-6, 20], [4, 29], [16, 36], [32, 44], [50, 38], [72, 23], [90, 19], [103, 20]],
};

const SHOE = [[16, -23], [12, 22], [-6, 46], [-17, 85], [-22, 112], [-32, 122], [-39, 112], [-39, 40], [-39, 0], [-39, -26], [-30, -37], [-8, -31]];
const SOLE = [[-35, -32], [-35, 117]];

const local = (origin, lean, list) => list.map(([along, ahead]) => point(origin, lean, along / 1000, ahead / 1000));

/** Smooth open curve through points, `count` samples. */
function sampleCurve(p, count) {
  return Array.from({ length: count }, (_, n) => {
    const x = n / (count - 1) * (p.length - 1);
    const i = Math.min(Math.floor(x), p.length - 2);
    const u = x - i;
    const [a, b, c, e] = [p[Math.max(i - 1, 0)], p[i], p[i + 1], p[Math.min(i + 2, p.length - 1)]];
    return [0, 1].map((k) => 0.5 * (2 * b[k] + (c[k] - a[k]) * u + (2 * a[k] - 5 * b[k] + 4 * c[k] - e[k]) * u * u + (3 * b[k] - a[k] - 3 * c[k] + e[k]) * u ** 3));
  });
}

/** Half thickness at fraction s: short is thick, long is thin (the exponent exaggerates constant volume). */
function bellyDepth(s, ratio, thickest) {
  const start = 0.04 + 0.3 * (1 - ratio);
  const end = 0.82 - 0.6 * (1 - ratio);
  const inside = clamp((s - start) / (end - start), 0, 1);
  return Math.max(0.0035, thickest * ratio ** -2.6 * Math.sin(Math.PI * inside ** 0.9) ** 0.75);
}

function spindle(centre, ratio, thickest) {
  const edge = (share) => centre.map((p, i) => {
    const lean = leanOf(centre[Math.max(i - 1, 0)], centre[Math.min(i + 1, centre.length - 1)]);
    return point(p, lean, 0, share * bellyDepth(i / (centre.length - 1), ratio, thickest));
  });
  const inner = (share) => line(edge(share).slice(2, -4));
  return { belly: blob([...edge(1), ...edge(-1).reverse()]), fibres: inner(0.42) + inner(-0.08) + inner(-0.55) };
}

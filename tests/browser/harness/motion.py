"""A page with every moving component, for the browser tests: `?show=figure` picks one, `movement=` which movement."""

import streamlit as st

from hamcore.model.exercise import Function
from hamcore.model.muscle import Belly
from hamcore.motion import load_motion
from hamcore.motion.load_direction import Lifter
from hamcore.places import data_dir
from pages._components.figure import Card, figure, gallery
from pages._components.leg import leg
from pages._components.length_map import length_map
from pages._components.plate import Tint, choose, plate
from pages._parts.look import apply_look

st.set_page_config(page_title="Moving components", layout="wide")
apply_look()
st.title("Moving components")
library, _ = load_motion(data_dir())
shown = st.query_params.get("show", "figure")
st.session_state.runs = st.session_state.get("runs", 0) + 1

with st.container(key="card", border=True):
    if shown == "figure":
        movement_id = st.query_params.get("movement", "romanian_deadlift")
        figure("one", library.movements[movement_id], library, lifter=Lifter())
    if shown == "two":
        for movement_id in ("romanian_deadlift", "nordic_curl"):
            figure(movement_id, library.movements[movement_id], library)
    if shown == "gallery":
        cards = [
            Card(
                m.movement_id,
                m.name,
                list(Function)[i % 6],
                "Hip hinge",
                "Long at the bottom",
                f"?m={m.movement_id}",
                m,
            )
            for i, m in enumerate(library.movements.values())
        ]
        st.write("Opened:", gallery("gallery", cards, library))
    if shown == "plate":
        if st.button("Choose the short head"):
            choose("plate", Belly.BICEPS_FEMORIS_SHORT_HEAD)
        tints = {
            belly: Tint(share, f"{8 * share:g} sets") for belly, share in zip(Belly, (0.75, 0, 1, 0.5), strict=True)
        }
        is_tinted = "tinted" in st.query_params
        belly = plate("plate", tints=tints if is_tinted else None, note="Weighted sets." if is_tinted else "")
        st.write("Chosen:", belly.value if belly else "none")
    if shown == "leg":
        leg("leg", library)
    if shown == "map":
        length_map("map", library, {name: list(Function)[i % 6] for i, name in enumerate(library.movements)})
st.caption(f"Runs: {st.session_state.runs}")

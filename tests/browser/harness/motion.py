"""A page with one moving component, for the browser tests: `?show=`, then `&movement=`, `&autoplay=`, `&tinted=`."""

import streamlit as st

from hamcore.model.exercise import Function
from hamcore.model.muscle import Belly
from hamcore.motion import load_motion
from hamcore.motion.load_direction import Lifter
from hamcore.motion.movement import Kind
from hamcore.places import data_dir
from pages._components.figure import Card, figure, gallery
from pages._components.leg import leg
from pages._components.length_map import length_map
from pages._components.plate import Tint, choose, plate
from pages._parts.look import apply_look

WORDS = {Kind.EXERCISE: Function.HIP_HINGE, Kind.STRETCH: Function.STRETCH, Kind.REFERENCE: Function.OTHER}

st.set_page_config(page_title="Moving components", layout="wide")
apply_look()
st.title("Moving components")
library, _ = load_motion(data_dir())
asked = st.query_params
st.session_state.runs = st.session_state.get("runs", 0) + 1
is_hidden = st.checkbox("Hide")
functions = {name: WORDS[movement.kind] for name, movement in library.movements.items()}

with st.container(key="card", border=True):
    match "" if is_hidden else asked.get("show", "figure"):
        case "figure":
            movement = library.movements[asked.get("movement", "romanian_deadlift")]
            figure("figure", movement, library, autoplay="autoplay" in asked, lifter=Lifter())
        case "two":
            for movement_id in ("romanian_deadlift", "nordic_curl"):
                figure(movement_id, library.movements[movement_id], library)
        case "gallery":
            cards = [
                Card(name, movement.name, functions[name], functions[name].value, "A note", f"?open={name}", movement)
                for name, movement in library.movements.items()
            ]
            opened = gallery("gallery", cards, library)
            st.session_state.opened = opened or st.session_state.get("opened", "none")
            st.write("Opened:", st.session_state.opened)
        case "plate":
            if st.button("Choose the short head"):
                choose("plate", Belly.BICEPS_FEMORIS_SHORT_HEAD)
            shares = dict(zip(Belly, (0.75, 0, 1, 0.5), strict=True))
            tints = {belly: Tint(share, f"{8 * share:g} sets") for belly, share in shares.items()}
            is_tinted = "tinted" in asked
            belly = plate("plate", tints=tints if is_tinted else None, note="Weighted sets." if is_tinted else "")
            st.write("Chosen:", belly.value if belly else "none")
        case "leg":
            leg("leg", library)
        case "map":
            length_map("map", library, functions)
st.write(f"Runs: {st.session_state.runs}")

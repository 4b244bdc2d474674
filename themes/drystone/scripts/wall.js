// Arrow keys on a wall: from the name of a month or a year on to its stones, along the course, and to the next course
// above or below. The wall's sentence names the stone that is in focus.

function nearest(stones, from, isUp) {
  const here = from.getBoundingClientRect();
  const middle = here.left + here.width / 2;
  let best = null, least = Infinity;
  for (const stone of stones) {
    const there = stone.getBoundingClientRect();
    const rise = isUp ? here.bottom - there.bottom : there.bottom - here.bottom;
    if (rise < 2) continue; // of this course, or on its other side
    const distance = rise * 1000 + Math.abs(there.left + there.width / 2 - middle);
    if (distance < least) [best, least] = [stone, distance];
  }
  return best;
}

function startWall(wall) {
  const stones = [...wall.querySelectorAll(".stone > a")];
  if (!stones.length) return;
  const caption = wall.parentElement.querySelector("figcaption");
  const sentence = caption ? [...caption.childNodes] : [];
  const isLeftToRight = getComputedStyle(wall).direction === "ltr";

  wall.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const here = event.target.closest("a");
    // A name stands beside the first of its stones.
    const at = here.matches(".period") ? stones.indexOf(here.parentElement.querySelector(".stone > a")) - 0.5 : stones.indexOf(here);
    const forward = isLeftToRight ? "ArrowRight" : "ArrowLeft";
    const backward = isLeftToRight ? "ArrowLeft" : "ArrowRight";
    const next = {
      [forward]: () => stones[Math.floor(at + 1)],
      [backward]: () => stones[Math.ceil(at - 1)],
      ArrowUp: () => nearest(stones, here, true),
      ArrowDown: () => nearest(stones, here, false),
      Home: () => stones[0],
      End: () => stones.at(-1),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    next()?.focus();
  });

  if (!caption) return;
  wall.addEventListener("focusin", (event) => {
    if (event.target.matches(".stone > a")) caption.textContent = event.target.title;
    else caption.replaceChildren(...sentence);
  });
  wall.addEventListener("focusout", () => caption.replaceChildren(...sentence));
}

begin(".wall", startWall);

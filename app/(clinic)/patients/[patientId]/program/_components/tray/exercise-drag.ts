/** Lines of the draft, dragged by their ids. */
export const lineDrag = "phasewise-line";
/** An exercise of the library, dragged by its code; its facts are learned by the builder before the drag begins. */
export const exerciseDrag = "phasewise-exercise";

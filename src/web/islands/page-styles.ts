/** A page's own style is the `.css` in its folder, a chart's beside the chart; what pages share is in `frame/styles/`. */
import.meta.glob(['../charts/*.css', '../pages/*/*.css'], { eager: true })

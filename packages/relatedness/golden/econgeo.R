# Values by EconGeo's own functions (R, 2.0) on examples/occupations-by-county-2017.csv: the package, or where it cannot be installed
# its sources, with Debian's r-base-core and r-cran-matrix. The numbers kept here were made from sources:
#   Rscript golden/econgeo.R [FOLDER/OF/EconGeo/R] > golden/econgeo.json
sources <- commandArgs(trailingOnly = TRUE)
if (length(sources) > 0) {
  suppressPackageStartupMessages(library(Matrix))
  for (file in list.files(sources, pattern = "[.][rR]$", full.names = TRUE)) source(file)
} else suppressPackageStartupMessages(library(EconGeo))

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
rows <- read.csv(file.path(here, "../examples/occupations-by-county-2017.csv"), check.names = FALSE, row.names = 1)
counts <- as.matrix(rows)
counts[is.na(counts)] <- 0
quotients <- (counts / rowSums(counts)) / rep(colSums(counts) / sum(counts), each = nrow(counts))
held <- (quotients >= 1) * 1

together <- co_occurrence(t(held))
near <- relatedness(together)
cells <- cbind(c(0, 3, 8, 13, 20), c(0, 40, 77, 120, 148)) + 1
pairs <- cbind(c(0, 12, 40, 100, 77, 7), c(1, 90, 41, 148, 5, 7)) + 1
values <- list(
  coOccurrence = together[pairs],
  proximity = near[pairs],
  association = relatedness(together, method = "association")[pairs],
  cosine = relatedness(together, method = "cosine")[pairs],
  jaccard = relatedness(together, method = "jaccard")[pairs],
  density = relatedness_density(held, near)[cells],
  eci = kci(held),
  pci = tci(held)
)
lines <- vapply(names(values), function(name) {
  numbers <- formatC(values[[name]], digits = 17, format = "g", width = 1)
  sprintf(' "%s": [\n  %s\n ]', name, paste(numbers, collapse = ",\n  "))
}, "")
cat("{\n", paste(lines, collapse = ",\n"), "\n}\n", sep = "")

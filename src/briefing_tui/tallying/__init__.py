"""Adding up what the records say: totals of aid, and the days on which things happened. Values in, values out."""

"""Language models: prompts, masking, token budgets, the calls themselves, and an agent."""

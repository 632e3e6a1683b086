# The verbs of the house. `make demo` and `make test` set up everything they need, also on a bare Debian or Ubuntu.
.PHONY: help demo test lint format types imports check benchmark glossary lock clean
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin

# What was set up in another folder, or has been deleted since, is set up anew.
$(shell [ -x $(BIN)/python ] && [ "$$(cat .setup/place 2>/dev/null)" = "$$(pwd)" ] || rm -rf .setup)

help: ## 这张清单 list the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .setup/office ## 打开带示例计划的平台 serve the platform with the sample plan
	$(BIN)/taizhang demo $(ARGS)

test: .setup/dev .setup/system ## 全部测试，含浏览器和两种数据库 every test, browser and both databases included
	$(BIN)/pytest -n auto --dist loadgroup --database=both $(ARGS)

check: test lint types imports ## 提交前的全部检查 everything CI runs

lint: .setup/dev ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .setup/dev ## ruff format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: .setup/dev ## mypy --strict
	$(BIN)/mypy

imports: .setup/dev ## import-linter 进出各室的规矩
	$(BIN)/lint-imports

benchmark: ## 与同类工具比速度和质量 speed and quality beside the peers
	sh scripts/setup.sh benchmark
	.venv-benchmark/bin/python benchmarks/reading.py

glossary: .setup/dev ## 由代码生成 GLOSSARY.md
	$(BIN)/python docs/glossary.py > GLOSSARY.md

lock: ## 重新锁定依赖 compile the hashed locks
	sh scripts/lock.sh

clean: ## 删除环境与缓存（不动数据） remove the environment and caches, never data
	rm -rf $(VENV) .venv-benchmark .setup .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.setup/%: requirements/%.txt pyproject.toml scripts/setup.sh
	sh scripts/setup.sh $*

.setup/system: scripts/system.sh | .setup/dev
	sh scripts/system.sh
